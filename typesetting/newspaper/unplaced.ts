import type { PressIssue } from "../document";
import type { Grid } from "./grid";
import { isBrief } from "./pieces";
import type { PlannedPage } from "./plan";

/** Why an entry did not come out as the editor wanted: a key for a sentence, and its values. */
export type Unplaced = { entry: string; reason: Reason; values: Record<string, number> };
export type Reason =
  /** Wanted over more columns than the page has. */
  | "tooWide"
  /** Stands over `given` columns instead of `wanted`. */
  | "otherWidth"
  /** Wanted on page `wanted`, begins on page `page`. */
  | "movedToPage"
  /** Goes on on page `page`, which was made for what did not fit. */
  | "extraPage"
  /** Too long, or with pictures, headings, tables: set as a story, not in the box of briefs. */
  | "tooLongForBrief";

export function unplacedOf(issue: PressIssue, pages: PlannedPage[], grid: Grid): Unplaced[] {
  return issue.sections.flatMap(({ entries }, section) =>
    entries.flatMap((entry): Unplaced[] => {
      const set = placesOf(pages, entry.id);
      const [first] = set;
      if (!first) return [];
      const found: Unplaced[] = [];
      const say = (reason: Reason, values: Record<string, number>) => found.push({ entry: entry.id, reason, values });
      const wanted = entry.newspaper?.columns ?? 0;
      const brief = isBrief(entry);
      if (brief && !first.brief) say("tooLongForBrief", {});
      if (wanted > grid.columns) say("tooWide", { wanted, columns: grid.columns });
      else if (wanted && !first.brief && first.width !== wanted) say("otherWidth", { wanted, given: first.width });
      if (first.page !== section) say("movedToPage", { wanted: section + 1, page: first.page + 1 });
      const last = set.at(-1);
      if (last && last.page !== first.page && last.page >= issue.sections.length)
        say("extraPage", { page: last.page + 1 });
      return found;
    }),
  );
}

/** Where an entry is set, in the order of the pages. */
function placesOf(pages: PlannedPage[], entry: string): { page: number; width: number; brief: boolean }[] {
  return pages.flatMap(({ placed }, page) =>
    placed.flatMap(({ piece, width }): { page: number; width: number; brief: boolean }[] => {
      if (piece.kind === "story") return piece.entry === entry ? [{ page, width, brief: false }] : [];
      return piece.briefs.some((brief) => brief.entry === entry) ? [{ page, width, brief: true }] : [];
    }),
  );
}
