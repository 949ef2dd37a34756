import { apart } from "./apart";
import type { Piece } from "./briefs";
import type { Jump, Story } from "./copy";
import { cut, likely } from "./cut";
import type { Fit } from "./fit";
import { type Flowed, flow } from "./flow";
import type { Galley } from "./galley";
import type { Grid } from "./grid";
import { jumpTo } from "./notes";
import { Filler, type Page, type Placed } from "./page";
import { linesIn } from "./setting";

/** What is set of a story on a page, and where it goes on. */
export type SetPlaced = Placed & { flowed: Flowed[]; jump: Jump | null };
/** `foot`: the rows for the lists are kept free. */
export type PlannedPage = {
  section: number;
  placed: SetPlaced[];
  arrangement: Page["arrangement"] | null;
  foot: boolean;
};

/** No paper has so many. */
const most = 500;

/**
 * Pages from pieces: each section fills its own, what does not fit goes to the next, and as many are
 * added as are needed. `foot` is the rows that the last page keeps free for the lists.
 */
export function plan(sections: Piece[][], grid: Grid, foot: number, galley: Galley): PlannedPage[] {
  const pages: PlannedPage[] = [];
  const filler = new Filler(grid, galley);
  let pending: Piece[] = [];
  for (let at = 0; at < Math.max(1, sections.length) || pending.length; at++) {
    const rows = grid.rows - (at === 0 ? grid.nameplate : 0);
    const queues = orders(sections[at] ?? [], pending);
    if (at > most) throw new Error("the pages do not come to an end");
    if (!queues[0]?.length) {
      pages.push({ section: at, placed: [], arrangement: null, foot: true });
      continue;
    }
    const ends = at >= sections.length - 1 && cheapest(queues, rows - foot, true, filler);
    const full = ends || cheapest(queues, rows, false, filler) || bare(queues[0], rows, filler);
    // All of it, but no room for the lists: something goes with them to their page.
    const crowded = !ends && at >= sections.length - 1 && foot && isAll(full);
    const page = (crowded && cheapest(queues, rows - foot, false, filler)) || full;
    const placed = set(page.placed, at + 1, galley);
    pages.push({ section: at, placed, arrangement: page.arrangement, foot: Boolean(ends) });
    pending = [...rests(placed), ...page.left];
  }
  if (foot && !pages.at(-1)?.foot) pages.push({ section: pages.length, placed: [], arrangement: null, foot: true });
  return pages;
}

function isAll({ left, placed }: Page): boolean {
  return !left.length && placed.every((each) => !("fit" in each && each.fit.cut));
}

/** Where not even the first piece can stand on a page, pictures and tables are set by themselves. */
function bare(queue: Piece[], rows: number, filler: Filler): Page {
  const pieces = queue.flatMap((piece) => apart(piece, filler.grid, filler.galley, true));
  const page = filler.fill(pieces, { rows, whole: false });
  if (!page) throw new Error("a story cannot stand on a page by itself");
  return page;
}

/** What comes from other pages stands after the page's own lead, or after all of its own. */
function orders(own: Piece[], pending: Piece[]): Piece[][] {
  if (!own.length || !pending.length) return [[...own, ...pending]];
  const places = [...new Set([1, Math.ceil(own.length / 2), own.length])];
  return places.map((place) => [...own.slice(0, place), ...pending, ...own.slice(place)]);
}

function cheapest(queues: Piece[][], rows: number, whole: boolean, filler: Filler): Page | null {
  const pages = queues.map((queue) => filler.fill(queue, { rows, whole })).filter((page) => page !== null);
  return pages.sort((one, other) => one.arrangement.cost - other.arrangement.cost)[0] ?? null;
}

function set(placed: Placed[], page: number, galley: Galley): SetPlaced[] {
  let number = 0;
  const cuts = placed.map((each) => {
    if (!("fit" in each && each.fit.cut)) return null;
    number += 1;
    return { number, jump: { page, number, to: 0 }, note: widestNote(page, number) };
  });
  // The likely places of all cuts in one composition.
  galley.measure(
    placed.flatMap((each, at) =>
      "fit" in each && cuts[at] ? likely(each.piece, each.fit, cuts[at].note, galley) : [],
    ),
  );
  return placed.map((each, at) => {
    if (!("fit" in each)) return { ...each, flowed: [], jump: null };
    const { piece, fit } = each;
    if (piece.resumed) piece.resumed.to = page;
    const jumping = cuts[at];
    if (!jumping) return { ...each, flowed: wholeFlow(piece, fit, galley), jump: null };
    const { kept, rest } = cut(piece, fit, jumping.note, galley);
    return { ...each, flowed: kept, jump: jumping.jump, rest: restOf(piece, rest, jumping.jump) };
  });
}

function wholeFlow({ text }: Story, { form, pictureRows }: Fit, galley: Galley): Flowed[] {
  const { setting, placing, textRows } = form;
  const occupied = placing === "inset" ? pictureRows : 0;
  const frame = { columns: setting.columns, lines: linesIn(setting.style, textRows), occupied };
  return flow(
    text.map((paragraph) => ({ paragraph, lines: galley.lines(paragraph, setting) })),
    frame,
  );
}

/** The page on which it goes on is not known yet; from the eleventh on its name may be a character longer. */
function widestNote(page: number, number: number): string {
  return jumpTo(page < 8 ? page + 1 : Math.max(page + 1, 21), number);
}

function restOf(story: Story, text: Story["text"], jump: Jump): Story {
  return { ...story, kicker: "", deck: "", boxed: false, text, pictures: story.pictures.slice(1), resumed: jump };
}

function rests(placed: (SetPlaced & { rest?: Story })[]): Story[] {
  return placed.flatMap(({ rest }) => rest ?? []);
}
