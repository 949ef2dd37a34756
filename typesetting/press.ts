import type { SetIssue } from "./data/issue";
import { setIssue } from "./data/issue";
import type { PressIssue } from "./document";
import type { Composed, Engine } from "./engine";
import type { Faces } from "./faces/faces";
import { type Area, areasOf } from "./rows/areas";
import { type Fit, fitOf } from "./rows/fit";
import { footOf } from "./rows/foot";
import { type Mark, rowsAbove } from "./rows/marks";
import { settlePhotographs } from "./rows/photographs";
import { unitsOf } from "./rows/units";

/** The pages of an issue. What is asked of them is made when it is asked for. */
export type Pages = {
  count: number;
  /** Where every paragraph begins and ends, as the template reports it. */
  marks: Mark[];
  /** The rectangles of paragraphs and photographs. */
  areas: Area[];
  /** How the body fills its pages; a newspaper has no such line. */
  fit: Fit | null;
  pdf(): Uint8Array;
  /** PDF/A-2b, dated with the day of sign-off. */
  archive(): Uint8Array;
  /** All pages in one picture; svg.ts parts them. */
  svg(): string;
};

/** An engine and the faces that it has loaded. */
export type Press = { engine: Engine; faces: Faces };

/**
 * An issue in, pages out. The same issue, faces and templates give the same bytes. Text is never
 * made smaller and never left out. Throws a TemplateError where a template does not compile.
 */
export function typeset({ engine, faces }: Press, issue: PressIssue): Pages {
  const data = setIssue(issue, faces);
  const files = new Map(Object.entries(issue.images).map(([id, { bytes }]) => [`images/${id}`, bytes]));
  const compose = () => engine.compose(`${issue.layout}.typ`, data, files);
  let composed = compose();
  let marks = composed.query<Mark[]>("marks");
  let units = unitsOf(data.sections, marks, issue.layout, aboveOf(marks));
  const moved = settlePhotographs(entriesOf(data), units);
  if (moved) units = unitsOf(data.sections, marks, issue.layout, aboveOf(marks));
  const foot = footOf(units, marks, issue.settings.evenPages);
  // Most issues are set once: what the first pass has measured tells all that a second would.
  if (moved || foot.alone) {
    data["foot-page"] = foot.alone;
    composed = compose();
    marks = composed.query<Mark[]>("marks");
  }
  const { pageTarget: target, evenPages: even } = issue.settings;
  return pagesOf(composed, { marks, areas: areasOf(marks), fit: fitOf(units, foot, { target, even }) });
}

function pagesOf(composed: Composed, measured: Pick<Pages, "marks" | "areas" | "fit">): Pages {
  return {
    count: composed.pages,
    ...measured,
    pdf: () => composed.pdf(),
    archive: () => composed.pdf("a-2b"),
    svg: () => composed.svg(),
  };
}

function entriesOf({ sections }: SetIssue) {
  return sections.flatMap(({ entries }) => entries);
}

/** Rows of masthead, contents and editor's note, which stand above the first section. */
function aboveOf(marks: Mark[]): number {
  const begin = marks.find(({ part }) => part === "body");
  return begin ? rowsAbove(begin) : 0;
}
