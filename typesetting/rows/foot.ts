import { pitch } from "../data/figures";
import type { Mark } from "./marks";
import { rowsOnPage } from "./marks";
import { paginate } from "./paginate";
import type { Unit } from "./units";

/** How the foot ends an issue: rows it takes, the page it stands on, and whether it has that page to itself, and why. */
export type Foot = { rows: number; page: number; alone: boolean; why: "room" | "even" };

/**
 * Where the foot belongs: at the bottom of the last page of text if there is room; with `even`, on an
 * even page (GB/T 9704 7.4.1), unless the issue is one page or the foot has a page to itself anyway.
 */
export function footOf(units: Unit[], rows: number, even: boolean): Foot {
  const { used } = paginate(units);
  const free = rowsOnPage - (used.at(-1) ?? 0);
  const fits = rows <= free;
  const odd = used.length > 1 && used.length % 2 === 1;
  const alone = !fits || (even && odd);
  return {
    rows,
    alone,
    why: fits ? "even" : "room",
    page: used.length + (alone ? Math.max(1, Math.ceil(rows / rowsOnPage)) : 0),
  };
}

/** Rows that the foot takes, as the template set it. */
export function footRows(marks: Mark[]): number {
  const [start, end] = marks.filter(({ part }) => part === "foot");
  // The foot stands at the bottom exactly: a hair less than whole rows is enough.
  if (!start || !end) return 0;
  return (end.page - start.page) * rowsOnPage + Math.ceil((end.y - start.y) / pitch - 0.01);
}
