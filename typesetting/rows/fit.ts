import { type Foot, footOf } from "./foot";
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
  /** Because the last page of text has no room, or must not be an odd one. */
  why: "room" | "even";
  /** Against the publication's target (一页纸): rows too many; 0 where it is kept, null without one. */
  over: number | null;
  /** Lines of text to cut for fewer pages; null where there is only one, or photographs and tables leave no other way. */
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
  const over = target ? cutTo(target, units, foot.rows, even) : null;
  return {
    pages,
    free: Math.max(0, rowsOnPage - last - (footAlone ? 0 : foot.rows)),
    footAlone,
    why: foot.why,
    over: target ? (over?.rows ?? textRows(units)) : null,
    toLess: pages > 1 ? cutTo(pages - 1, units, foot.rows, even) : null,
    gifts: giftsOf(units),
  };
}

/** Rows of text that would have to go so that text and foot end on page `pages`; null where that is not enough. */
function cutTo(pages: number, units: Unit[], foot: number, even: boolean): { pages: number; rows: number } | null {
  for (let rows = 0; ; rows++) {
    const rest = shortened(units, rows);
    if (!rest) return null;
    const { page } = footOf(rest, foot, even);
    if (page <= pages) return { pages: page, rows };
  }
}

/** The units with `cut` lines of text gone, from the end; headlines, photographs and tables stay. */
function shortened(units: Unit[], cut: number): Unit[] | null {
  let left = cut;
  const rest = units.toReversed().map((unit) => {
    const gone = unit.block !== undefined && unit.breaks === "lines" ? Math.min(unit.rows, left) : 0;
    left -= gone;
    return gone ? { ...unit, rows: unit.rows - gone } : unit;
  });
  return left ? null : rest.toReversed();
}

const textRows = (units: Unit[]): number =>
  units.reduce((sum, { rows, block }) => sum + (block === undefined ? 0 : rows), 0);

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
