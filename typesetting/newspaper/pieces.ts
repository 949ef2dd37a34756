import type { PlacedTable } from "../data/tables";
import type { PressEntry, PressIssue, PressSection } from "../document";
import { words } from "../words";
import { type Brief, boxesOf, briefOf, type Piece } from "./briefs";
import { noteOf, storyOf } from "./copy";
import { tableWidth } from "./form";
import type { Proof } from "./galley";
import type { Grid } from "./grid";
import { bodySetting, boxSetting, briefSetting, type Setting } from "./setting";

/** What is to be placed, section by section; the editor's note comes after the first story. */
export function piecesOf(issue: PressIssue): Piece[][] {
  const sections = issue.sections.map((section) => ofSection(section, issue));
  if (!issue.editorNote.trim()) return sections;
  const [front = [], ...others] = sections;
  return [[...front.slice(0, 1), noteOf(issue.editorNote, words.editorNote), ...front.slice(1)], ...others];
}

/** A section's stories in order, the leads first; its briefs are gathered where the first of them stands. */
function ofSection({ title, entries: given }: PressSection, issue: PressIssue): Piece[] {
  const isLead = ({ newspaper }: PressEntry) => newspaper?.rank === 1;
  const entries = [...given.filter(isLead), ...given.filter((entry) => !isLead(entry))];
  const pieces: (Piece | Brief)[] = entries.map(
    (entry) => (isBrief(entry) && briefOf(entry, issue)) || storyOf(entry, issue),
  );
  const briefs = pieces.filter((piece): piece is Brief => !("kind" in piece));
  const boxes = boxesOf(briefs, words.briefs(title));
  const first = pieces.findIndex((piece) => !("kind" in piece));
  return pieces.flatMap((piece, at) => ("kind" in piece ? [piece] : at === first ? boxes : []));
}

export function isBrief({ kind, newspaper }: PressEntry): boolean {
  return kind === "brief" || newspaper?.rank === 4;
}

/** All whose lines and rows must be known before pages can be planned. */
export function proofsOf(
  sections: Piece[][],
  grid: Grid,
): { text: Proof[]; tables: { table: PlacedTable; width: number }[] } {
  const widths = Array.from({ length: grid.columns }, (_, at) => at + 1);
  const proof = (setting: Setting) => (paragraph: Proof["paragraph"]) => ({ ...setting, paragraph, note: "" });
  const pieces = sections.flat();
  const text = pieces.flatMap((piece) => {
    if (piece.kind === "briefs") {
      const all = piece.briefs.flatMap(({ paragraphs }) => paragraphs);
      return widths.flatMap((width) => all.map(proof(briefSetting(grid, width))));
    }
    const boxed = piece.boxed ? widths.flatMap((width) => piece.text.map(proof(boxSetting(grid, width)))) : [];
    return [...piece.text.map(proof(bodySetting(grid, 1))), ...boxed];
  });
  const tables = pieces.flatMap((piece) => {
    if (piece.kind === "briefs") return [];
    return piece.tables.flatMap((table) => widths.map((width) => ({ table, width: tableWidth(piece, width, grid) })));
  });
  return { text, tables };
}
