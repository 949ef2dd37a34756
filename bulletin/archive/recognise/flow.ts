import { opensStory } from "./datelines";
import { goesOn, opens } from "./following";
import { headBlocksIn } from "./headBlocks";
import type { Line } from "./lines";
import { closingMark, sentence, titleness } from "./titleness";
import type { Why } from "./whys";
import type { Setting } from "./wrapping";

/** A line of the text of an issue: a title, the beginning of a paragraph, or what goes on from the line before. */
export type Flow = { line: Line; role: "title" | "text" | "more"; confidence: number; why?: Why };

/**
 * Mends the text of one issue: which line goes on from the one before, which is a title, which begins a
 * paragraph. Page numbers and running heads are gone by now, and pictures are stepped over: a sentence that
 * the end of a page cut is one paragraph again.
 */
export function flowOf(lines: Line[], setting: Setting): Flow[] {
  const flow = readIn(lines, setting);
  return opensTexts(flow, setting) ? readIn(lines, { ...setting, opens: true }) : flow;
}

/** Whether below the titles without marks the texts open with a date or the like, but for a few. */
function opensTexts(flow: Flow[], setting: Setting): boolean {
  let opened = 0;
  let other = 0;
  for (const [at, { line, role }] of flow.entries()) {
    const next = flow[at + 1];
    if (role !== "title" || line.marked.style !== "plain" || next?.role !== "text") continue;
    if (opens(next.line, setting)) opened += 1;
    else other += 1;
  }
  return other > 0 && opened >= 2 && opened >= other * 2;
}

function readIn(lines: Line[], setting: Setting): Flow[] {
  const flow: Flow[] = [];
  let before: Flow | null = null;
  let cut = false;
  const next = nextOf(lines, setting);
  for (const line of lines) {
    if (line.kind === "table") before = null;
    if (line.label === "furniture") cut = true;
    if (line.kind !== "text" || line.label) continue;
    const role = roleOf(line, before, next.get(line) ?? { line: null, cut: false }, setting, cut || line.pageBefore);
    before = { line, ...role };
    cut = false;
    flow.push(before);
  }
  return flow;
}

/** The next line of text, and whether a page ended before it. */
export type Next = {
  line: Line | null;
  cut: boolean;
  /** A few lines together between blank ones, without an end, over what surely begins something. */
  isHeadBlock?: boolean;
};

function nextOf(lines: Line[], setting: Setting): Map<Line, Next> {
  const next = new Map<Line, Next>();
  let line: Line | null = null;
  let cut = false;
  for (const each of lines.toReversed()) {
    if (each.label === "furniture") cut = true;
    if (each.kind !== "text" || each.label) continue;
    next.set(each, { line, cut });
    line = each;
    cut = each.pageBefore;
  }
  for (const line of headBlocksIn(lines, setting)) {
    const own = next.get(line);
    if (own) own.isHeadBlock = true;
  }
  return next;
}

type Role = Pick<Flow, "role" | "confidence" | "why">;

function roleOf(line: Line, before: Flow | null, next: Next, setting: Setting, cut: boolean): Role {
  const isText = before !== null && before.role !== "title";
  if (
    next.isHeadBlock &&
    !(isText && before.line.ending === "open") &&
    !line.lead &&
    !opensStory(line.text) &&
    !sentence.test(line.read)
  )
    return { role: "title", confidence: 0.8 };
  if (closingMark.test(line.read) && isText) return { role: "more", confidence: 0.98, why: "goesOn" };
  if (isText && goesOn(before.line, line, setting, cut)) {
    const sure = before.line.ending === "open" ? 0.92 : 0.7;
    return { role: "more", confidence: sure, why: cut ? "pageCut" : "goesOn" };
  }
  const title = titleness(line, before, next, setting);
  return title > 0.5 ? { role: "title", confidence: title } : { role: "text", confidence: 0.9 };
}
