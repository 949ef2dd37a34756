import { pitch } from "../data/figures";
import type { Mark } from "./marks";
import { rowsOnPage } from "./marks";

/** A place on a page that belongs to a paragraph, photograph or headline; points from the top left. */
export type Area = {
  entry: string;
  block: number | null;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
};

const millimetre = 72 / 25.4;
const left = 28 * millimetre;
const width = 156 * millimetre;
const top = 37 * millimetre;
const bottom = top + rowsOnPage * pitch;
/** From a baseline up to the top of its line, and down to its bottom. */
const above = pitch / 2 + 6;
const below = pitch - above;

/** Where each paragraph stands, a rectangle a page: for opening it by a click on the page. */
export function areasOf(marks: Mark[]): Area[] {
  const starts = new Map<string, Mark>();
  return marks.flatMap((mark) => {
    if (!mark.entry) return [];
    const key = `${mark.entry}/${mark.block}/${mark.item}/${mark.part}`;
    const start = starts.get(key);
    if (mark.edge === "start") starts.set(key, mark);
    return mark.edge === "end" && start ? between(start, mark) : [];
  });
}

function between(start: Mark, end: Mark): Area[] {
  const areas: Area[] = [];
  for (let page = start.page; page <= end.page; page++) {
    const from = page === start.page ? Math.max(top, start.y - above) : top;
    const to = page === end.page ? Math.min(bottom, end.y + below) : bottom;
    areas.push({
      entry: start.entry ?? "",
      block: start.block ?? null,
      ...{ page, x: left, y: from, width, height: Math.max(0, to - from) },
    });
  }
  return areas;
}
