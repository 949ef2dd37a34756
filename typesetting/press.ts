import { type SetSection, setIssue } from "./data/issue";
import { lookOf } from "./data/look";
import type { PressIssue } from "./document";
import type { Composed, Engine } from "./engine";
import type { Faces } from "./faces/faces";
import { typesetNewspaper } from "./newspaper/newspaper";
import type { Unplaced } from "./newspaper/unplaced";
import { type Area, areasOf } from "./rows/areas";
import { type Arrangement, guessed, isSame, remember } from "./rows/arrangement";
import { type Fit, fitOf } from "./rows/fit";
import { footOf, footRows } from "./rows/foot";
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
  /** Of a newspaper: what did not come out as the editor wanted it. */
  unplaced?: Unplaced[];
  pdf(): Uint8Array;
  /** PDF/A-2b, dated with the day of sign-off. */
  archive(): Uint8Array;
  /** All pages in one picture; svg.ts parts them. */
  svg(): string;
  /** Pages (from 1) on which something was left out of the drawing, because only some entries were asked for. */
  partial: Set<number>;
};

/** An engine and the faces that it has loaded. */
export type Press = { engine: Engine; faces: Faces };

/**
 * An issue in, pages out. The same issue, faces and templates give the same bytes. Text is never
 * made smaller and never left out. With `drawn`, the other entries take their places and are not
 * drawn, which is faster while one is being written; the newspaper does not know that. Throws a
 * TemplateError where a template does not compile.
 */
export function typeset(press: Press, issue: PressIssue, drawn?: ReadonlySet<string>): Pages {
  if (issue.layout === "newspaper") return typesetNewspaper(press, issue);
  const { engine, faces } = press;
  const data = setIssue(issue);
  if (drawn) hideOthers(data.sections, drawn);
  const images = Object.entries(issue.images).map(([id, { bytes }]) => [`images/${id}`, bytes] as const);
  const files = new Map([["look.json", lookOf(faces, issue.settings)], ...images]);
  const compose = ({ sections, footPage }: Arrangement) =>
    engine.compose(`${issue.layout}.typ`, { ...data, sections, "foot-page": footPage }, files);
  const { evenPages: even, pageTarget: target } = issue.settings;
  const guess = guessed(engine, data.sections, issue.layout, even);
  let composed = compose(guess);
  let marks = composed.query<Mark[]>("marks");
  // Rows are the same wherever a paragraph stands: one pass measures all that decides the arrangement.
  const above = aboveOf(marks);
  const sections = settlePhotographs(data.sections, unitsOf(data.sections, marks, issue.layout, above));
  const units = unitsOf(sections, marks, issue.layout, above);
  const foot = footOf(units, footRows(marks), even);
  const arrangement = { sections, footPage: foot.alone };
  if (!isSame(arrangement, guess)) {
    composed = compose(arrangement);
    marks = composed.query<Mark[]>("marks");
  }
  remember(engine, arrangement, { above, foot: foot.rows });
  const areas = areasOf(marks);
  return pagesOf(composed, {
    marks,
    areas,
    partial: new Set(drawn ? areas.filter(({ entry }) => !drawn.has(entry)).map(({ page }) => page) : []),
    fit: fitOf(units, { ...foot, page: composed.pages }, { target, even }),
  });
}

function pagesOf(composed: Composed, measured: Pick<Pages, "marks" | "areas" | "fit" | "partial">): Pages {
  return {
    count: composed.pages,
    ...measured,
    pdf: () => composed.pdf(),
    archive: () => composed.pdf("a-2b"),
    svg: () => composed.svg(),
  };
}

function hideOthers(sections: SetSection[], drawn: ReadonlySet<string>): void {
  for (const { entries } of sections) for (const entry of entries) entry.hidden = !drawn.has(entry.id);
}

/** Rows of masthead, contents and editor's note, which stand above the first section. */
function aboveOf(marks: Mark[]): number {
  const begin = marks.find(({ part }) => part === "body");
  return begin ? rowsAbove(begin) : 0;
}
