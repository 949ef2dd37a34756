import { pitch } from "../data/figures";

/** What a template reports of one place: whose it is and where it stands, in points from the top left. */
export type Mark = {
  entry?: string;
  block?: number;
  item?: number;
  part?: "headline" | "body" | "foot";
  edge: "start" | "end";
  /** Of a table: the height of each row, in rows of the grid. */
  heights?: number[];
  page: number;
  x: number;
  y: number;
};

const top = 37 * (72 / 25.4);
/** From the top of a line to its baseline: half a pitch and 0.38 of the size (measures.typ). */
const size = (156 / 28) * (72 / 25.4);
const down = pitch / 2 + 0.38 * size;

/** The row of the grid (0 the first of the page) on which a baseline stands. */
export function rowOf({ y }: { y: number }): number {
  return Math.round((y - top - down) / pitch);
}

export const rowsOnPage = 22;

/** Lines from one mark to the other: what crosses a page fills it. */
export function linesBetween(start: Mark, end: Mark): number {
  return (end.page - start.page) * rowsOnPage + rowOf(end) - rowOf(start) + 1;
}

/** Characters on the line up to the mark. */
export function charactersBefore({ x }: { x: number }): number {
  return Math.max(0, Math.round((x - 28 * (72 / 25.4)) / size));
}

/** Rows above a place that stands between two lines, from the top of the first page. */
export function rowsAbove({ page, y }: { page: number; y: number }): number {
  return (page - 1) * rowsOnPage + Math.round((y - top) / pitch);
}
