import { markPictures } from "./captions";
import { shapeOf } from "./characters";
import { markContents, takeEditorNote } from "./contents";
import { cutDatelines } from "./cutDatelines";
import { cutUp } from "./cutUp";
import { datelineLength } from "./datelines";
import { type Flow, flowOf } from "./flow";
import { markFoot } from "./footLines";
import { cutInLine } from "./headlineCuts";
import { labelText } from "./labelText";
import { type Line, linesOf, say } from "./lines";
import { markMastheads } from "./mastheadLines";
import { labelNewspaper } from "./newspaper";
import { outlineOf } from "./outline";
import { markLoneHeads, markMastheadAgain, markPageNumbers, markRunningHeads } from "./pageMarks";
import type { Piece } from "./pieces";
import type { Profile } from "./profile";
import { markRepetitions } from "./repetition";
import { settingOf } from "./wrapping";

/** An issue while it is being read: its lines, its publication, its text. */
type Span = { lines: Line[]; publication: string; flow: Flow[] };

/**
 * Cuts a text into pieces and says what each is. From the outside in: the page (numbers, running heads),
 * the mastheads that part issues, the foot, contents and pictures; what is left is mended into titles and
 * paragraphs, and these are told apart by the marks that the publication's titles have.
 */
export function piecesOf(text: string, profile: Profile): Piece[] {
  const lines = linesOf(text);
  markKnown(lines, profile);
  markPageNumbers(lines);
  const spans = spansOf(lines, markMastheads(lines, profile));
  for (const span of spans) {
    markContents(span.lines);
    markFoot(span.lines);
    markMastheadAgain(span.lines);
  }
  markRunningHeads(lines);
  markLoneHeads(lines);
  const manner = settingOf(lines);
  for (const span of spans) {
    markPictures(span.lines);
    const count = span.lines.filter(({ label, kind }) => !label && kind === "text").length;
    span.flow = takeEditorNote(flowOf(span.lines, count < 20 ? manner : settingOf(span.lines)));
  }
  const moves = labelSpans(spans, profile);
  for (const { lines: own } of spans) markRepetitions(own);
  cutDatelines(lines);
  for (const line of lines) cutInLine(line);
  return cutUp(lines, moves);
}

/** Lines that a person said are always the same thing. */
function markKnown(lines: Line[], { lines: known }: Profile): void {
  if (!Object.keys(known).length) return;
  for (const line of lines) {
    const label = line.width <= 60 ? (known[shapeOf(line.marked.title)] ?? known[shapeOf(line.read)]) : undefined;
    if (label && ["furniture", "leftover", "marking", "slogan"].includes(label)) say(line, label, 0.97, "profile");
  }
}

function spansOf(lines: Line[], starts: number[]): Span[] {
  const edges = [0, ...starts.filter((each) => each > 0), lines.length];
  return edges.slice(0, -1).map((from, at) => {
    const own = lines.slice(from, edges[at + 1]);
    const title = own.slice(0, 12).flatMap(({ cuts, text }) => {
      const cut = cuts?.find(({ label }) => label === "publication");
      return cut ? text.slice(cut.from, cut.to).replace(/[\s*#]+/g, "") : [];
    });
    return { lines: own, publication: title[0] ?? "", flow: [] };
  });
}

/** Bulletins of one publication share its manner; a page with datelines and no 第 N 期 is a newspaper's. */
function labelSpans(spans: Span[], profile: Profile): Map<Line, Line> {
  const moves = new Map<Line, Line>();
  const bulletins = new Map<string, Span[]>();
  for (const span of spans) {
    if (isNewspaper(span)) for (const [line, to] of labelNewspaper(span.flow)) moves.set(line, to);
    else {
      const group = bulletins.get(span.publication);
      if (group) group.push(span);
      else bulletins.set(span.publication, [span]);
    }
  }
  for (const group of bulletins.values()) {
    const outline = outlineOf(
      group.map(({ flow }) => flow),
      profile,
    );
    for (const { flow } of group) labelText(flow, outline, profile);
  }
  return moves;
}

function isNewspaper({ flow, publication }: Span): boolean {
  const dated = flow.filter(({ line }) => datelineLength(line.text) > 0).length;
  return (
    dated > 0 &&
    (publication === "" || /(?:[日晚时早晨]报|周报社|报)$/.test(publication.replace(/[简周快专通]报$/, "")))
  );
}
