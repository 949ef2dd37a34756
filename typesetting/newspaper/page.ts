import { type Arrangement, arrange, type Costs } from "./arrange";
import { type BriefsForm, briefsCost, briefsForm, type Piece } from "./briefs";
import type { Story } from "./copy";
import { type Fit, partIn, wholeIn } from "./fit";
import { type Form, formsOf } from "./form";
import type { Galley } from "./galley";
import type { Grid } from "./grid";
import { briefsPreference, moving, preference } from "./preference";

/** A page to be filled: its rows, and whether whatever stands on it must be whole. */
export type Room = { rows: number; whole: boolean };

/** A piece at its place, in the form that was chosen for it. */
export type Placed = { column: number; width: number; row: number; height: number } & (
  | { piece: Story; fit: Fit }
  | { piece: Extract<Piece, { kind: "briefs" }>; form: BriefsForm }
);
export type Page = { arrangement: Arrangement; placed: Placed[]; left: Piece[] };

type Ways = { forms: Form[][]; briefs: BriefsForm[] };

/** Fills pages from queues of pieces; what is known of a piece is computed once, however many queues it is tried in. */
export class Filler {
  private readonly ways = new WeakMap<Piece, Ways>();
  private readonly costs = new WeakMap<Piece, Map<string, Float64Array[]>>();

  constructor(
    readonly grid: Grid,
    readonly galley: Galley,
  ) {}

  /** Fills a page from the front of the queue; null if not even its first piece can stand there. */
  fill(queue: Piece[], room: Room): Page | null {
    const { grid } = this;
    const candidates = queue.slice(0, this.likely(queue, room.rows));
    if (room.whole && (candidates.length < queue.length || this.leastCells(queue) > room.rows * grid.columns))
      return null;
    const costs: Costs = candidates.map((piece) => this.costsOf(piece, room));
    const drop = dropped(queue, candidates.length, room.whole);
    const arrangement = arrange(costs, grid.columns, room.rows, drop, 0.6 * grid.columns);
    if (!arrangement) return null;
    const places = arrangement.bands.flatMap(({ stacks }) => stacks.flatMap((stack) => stack.places));
    const placed = places.map(({ piece: at, ...place }): Placed => {
      const piece = candidates[at] as Piece;
      const way = this.waysOf(piece);
      if (piece.kind === "briefs") return { ...place, piece, form: way.briefs[place.width - 1] as BriefsForm };
      const fit = best(piece, way.forms[place.width - 1] ?? [], place.height, !room.whole, grid);
      return { ...place, piece, fit: fit as Fit };
    });
    return { arrangement, placed, left: queue.slice(arrangement.placed) };
  }

  /** More than half again what the page holds need not be tried; nor more than a dozen pieces. */
  private likely(queue: Piece[], rows: number): number {
    let cells = 0;
    for (const [at, piece] of queue.entries()) {
      if (cells > 1.5 * rows * this.grid.columns || at >= 12) return at;
      const { forms, briefs } = this.waysOf(piece);
      const brief = briefs[Math.min(3, this.grid.columns) - 1];
      cells += brief ? brief.rows * brief.width : (forms.at(-1)?.[0]?.lines ?? 0) + 8;
    }
    return queue.length;
  }

  /** A line of text takes a cell at the least. */
  private leastCells(queue: Piece[]): number {
    return queue.reduce((sum, piece) => sum + (this.waysOf(piece).forms.at(-1)?.[0]?.lines ?? 0), 0);
  }

  private waysOf(piece: Piece): Ways {
    const found = this.ways.get(piece);
    if (found) return found;
    const { grid, galley } = this;
    const widths = Array.from({ length: grid.columns }, (_, at) => at + 1);
    const ways =
      piece.kind === "briefs"
        ? { forms: [], briefs: widths.map((width) => briefsForm(piece, width, grid, galley)) }
        : { forms: widths.map((width) => formsOf(piece, width, grid, galley)), briefs: [] };
    this.ways.set(piece, ways);
    return ways;
  }

  private costsOf(piece: Piece, { rows, whole }: Room): Float64Array[] {
    const known = this.costs.get(piece) ?? new Map<string, Float64Array[]>();
    this.costs.set(piece, known);
    const key = `${rows} ${whole}`;
    const found = known.get(key) ?? costsOf(piece, this.waysOf(piece), rows, whole, this.grid);
    known.set(key, found);
    return found;
  }
}

function costsOf(piece: Piece, { forms, briefs }: Ways, rows: number, whole: boolean, grid: Grid): Float64Array[] {
  return Array.from({ length: grid.columns }, (_, at) => {
    const costs = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY);
    for (let height = 1; height <= rows; height++) {
      const form = briefs[at];
      if (piece.kind === "briefs") {
        if (form) costs[height] = briefsCost(form, height) + briefsPreference(piece, form.width, grid);
      } else {
        const fit = best(piece, forms[at] ?? [], height, !whole, grid);
        if (fit) costs[height] = fit.cost;
      }
    }
    return costs;
  });
}

/** The cheapest form of a story at a height; whole if it can be, for a cut is dearer by itself. */
function best(piece: Story, forms: Form[], height: number, mayCut: boolean, grid: Grid): Fit | null {
  let found: Fit | null = null;
  for (const form of forms) {
    const fit = wholeIn(form, height) ?? (mayCut ? partIn(form, height) : null);
    if (!fit) continue;
    const cost = fit.cost + preference(piece, form, grid);
    if (!found || cost < found.cost) found = { ...fit, cost };
  }
  return found;
}

function dropped(queue: Piece[], candidates: number, whole: boolean): number[] {
  return Array.from({ length: candidates + 1 }, (_, placed) => {
    const rest = queue.slice(placed);
    if (whole && rest.length) return Number.POSITIVE_INFINITY;
    return rest.reduce((sum, piece) => sum + moving(piece), 0);
  });
}
