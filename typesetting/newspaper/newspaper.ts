import type { PressIssue } from "../document";
import type { Pages, Press } from "../press";
import type { Mark } from "../rows/marks";
import { areasOf } from "./areas";
import { lookOf } from "./look";
import { setPages } from "./setPages";
import { sheetOf } from "./sheet";
import { type Unplaced, unplacedOf } from "./unplaced";

/**
 * The third layout (版面): the issue's stories arranged on pages of columns, with jumps. The same
 * issue gives the same bytes. All text is set, in its own size; what did not come out as the editor
 * wanted is in `unplaced`.
 */
export function typesetNewspaper({ engine, faces }: Press, issue: PressIssue): Pages & { unplaced: Unplaced[] } {
  const look = lookOf(faces, issue.settings);
  const { grid, pages, planned } = setPages(engine, issue, look);
  const images = Object.entries(issue.images).map(([id, { bytes }]) => [`images/${id}`, bytes] as const);
  const data = { ...sheetOf(issue, grid, pages.length), pages };
  const composed = engine.compose("newspaper.typ", data, new Map([...images, ["look.json", look.file]]));
  const marks = composed.query<Mark[]>("marks");
  return {
    count: composed.pages,
    marks,
    areas: areasOf(pages, marks),
    fit: null,
    partial: new Set(),
    pdf: () => composed.pdf(),
    archive: () => composed.pdf("a-2b"),
    svg: () => composed.svg(),
    unplaced: unplacedOf(issue, planned, grid),
  };
}
