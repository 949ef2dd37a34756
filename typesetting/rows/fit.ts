import type { Foot } from "./foot";
import { rowsOnPage } from "./marks";
import { paginate } from "./paginate";
import type { Unit } from "./units";

const charactersOnLine = 28;

/** What an entry would give: rows that it takes, and the cheapest cut in it that saves a row. */
export type Gift = { entry: string; rows: number; cheapest: { characters: number; block: number } | null };

/** How the body fills its pages. Rows are lines of 28 characters. */
export type Fit = {
  pages: number;
  /** Rows free between the text and the foot, on the last page of text. */
  free: number;
  /** The foot has a page to itself. */
  footAlone: boolean;
  /** Against the publication's target (一页纸): rows too many; 0 where it is kept, null without one. */
  over: number | null;
  /** Rows to cut for a page less; null where there is only one. */
  toLess: { pages: number; rows: number } | null;
  /** Every entry, the cheapest cut first. */
  gifts: Gift[];
};

/** Lines over or free, and who could give how much. `target` is in pages; 0 is none. */
export function fitOf(units: Unit[], foot: Foot, { target, even }: { target: number; even: boolean }): Fit {
  const { used } = paginate(units);
  const pages = foot.page;
  const footAlone = foot.page > used.length;
  const last = used.at(-1) ?? 0;
  const less = even && pages > 2 ? pages - (pages % 2 ? 1 : 2) : pages - 1;
  return {
    pages,
    free: Math.max(0, rowsOnPage - last - (footAlone ? 0 : foot.rows)),
    footAlone,
    over: target ? Math.max(0, rowsOver(units, foot.rows, target)) : null,
    toLess: less > 0 ? { pages: less, rows: rowsOver(units, foot.rows, less) } : null,
    gifts: giftsOf(units),
  };
}

/** Rows that would have to go so that text and foot end on page `pages`. */
function rowsOver(units: Unit[], foot: number, pages: number): number {
  for (let cut = 0; ; cut++) {
    const rest = shortened(units, cut);
    if (!rest) return cut;
    const { used } = paginate(rest);
    if (used.length < pages || (used.length === pages && (used.at(-1) ?? 0) + foot <= rowsOnPage)) return cut;
  }
}

/** The units with `cut` rows of text gone, from the end. */
function shortened(units: Unit[], cut: number): Unit[] | null {
  const rest = [...units];
  let left = cut;
  while (left > 0) {
    const last = rest.pop();
    if (!last) return null;
    if (last.rows > left && last.breaks === "lines") rest.push({ ...last, rows: last.rows - left });
    left -= last.rows;
  }
  return rest;
}

function giftsOf(units: Unit[]): Gift[] {
  const entries = [...new Set(units.flatMap(({ entry }) => entry ?? []))];
  const gifts = entries.map((entry): Gift => {
    const own = units.filter((unit) => unit.entry === entry);
    const cuts = own.flatMap(({ block, last, rows }) =>
      block !== undefined && last !== undefined && rows > 1 ? [{ characters: Math.max(1, last), block }] : [],
    );
    const [cheapest] = cuts.sort((a, b) => a.characters - b.characters);
    return { entry, rows: own.reduce((sum, { rows }) => sum + rows, 0), cheapest: cheapest ?? null };
  });
  const price = ({ cheapest }: Gift) => cheapest?.characters ?? charactersOnLine;
  return gifts.sort((a, b) => price(a) - price(b));
}
