import { isByline, opensStory } from "./datelines";
import type { Flow } from "./flow";
import { matched } from "./headlineMatch";
import { type Line, say } from "./lines";
import { healedIn } from "./newspaperColumns";
import { cutTitles } from "./newspaperTitles";
import { isDecorated, isNumbered } from "./styles";

/** A story of a page: the lines of its text, and the titles that were found to be its own. */
export type Body = { texts: Line[]; all: Line[]; isDated: boolean; titles: Line[] };
export type Run = { titles: Line[]; next: Body | null; previous: Body | null };

/**
 * Labels the page of a newspaper. A story begins at its dateline or below its headline. Where headlines
 * stand together, or below their texts, each goes to the story that it shares most with. What stands before
 * the first of all, without headline and dateline, is a standing slogan or notice.
 */
export function labelNewspaper(flow: Flow[]): Map<Line, Line> {
  for (const { line, role, confidence, why } of flow) if (role === "more") say(line, "continued", confidence, why);
  const { bodies, runs } = partsOf(flow);
  const moves = matched(runs, bodies);
  const healed = healedIn(flow, bodies, moves);
  for (const body of bodies) labelBody(body, body === bodies[0] && runs[0]?.previous === body);
  for (const body of bodies) cutTitles(body.titles);
  for (const run of runs) cutTitles(run.titles.filter((line) => line.label === null));
  return new Map([...healed, ...moves]);
}

function partsOf(flow: Flow[]): { bodies: Body[]; runs: Run[] } {
  const bodies: Body[] = [];
  const runs: Run[] = [];
  let body: Body | null = null;
  let run: Run | null = null;
  for (const { line, role: own } of flow) {
    const role = own === "text" && line === flow.at(-1)?.line && isLastTitle(line) ? "title" : own;
    if (role === "more") {
      body?.all.push(line);
      continue;
    }
    if (role === "title" && isDecorated(line.marked.style)) {
      say(line, "section", 0.9);
      body = null;
      run = null;
    } else if (role === "title" && isNumbered(line.marked.style) && body) {
      say(line, line.marked.style === "一、" ? "heading1" : "heading2", 0.8);
    } else if (role === "title") {
      if (!run) {
        run = { titles: [], next: null, previous: body ?? null };
        runs.push(run);
      }
      run.titles.push(line);
    } else {
      const isDated: boolean = opensStory(line.text) && (run !== null || !isByline(line.text));
      if (!body || run || isDated) {
        body = { texts: [], all: [], isDated, titles: [] };
        bodies.push(body);
        if (run) run.next = body;
        run = null;
      }
      body.texts.push(line);
      body.all.push(line);
    }
  }
  return { bodies, runs };
}

/** The headline of the last story, where headlines stand below their texts. */
function isLastTitle({ width, ending, read, lead }: Line): boolean {
  return width <= 30 && ending === "open" && lead === null && !/[，。；：]/.test(read) && !opensStory(read);
}

function labelBody({ texts, titles, isDated }: Body, isFirst: boolean): void {
  const [first, ...others] = texts;
  if (!first) return;
  if (titles.length || isDated) say(first, "paragraph", 0.95);
  else if (isFirst || first.width < 120) {
    for (const line of texts) say(line, "slogan", 0.7, "noHeadline");
    return;
  } else say(first, "opening", 0.6, "noHeadline");
  for (const line of others) say(line, "paragraph", 0.95);
}
