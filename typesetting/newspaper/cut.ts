import { wordsOf } from "../headline/words";
import { type Paragraph, type Story, sliced, textOf } from "./copy";
import { emsAlong, emsOf } from "./ems";
import type { Fit } from "./fit";
import { type Flowed, flow } from "./flow";
import type { Galley, Proof } from "./galley";
import { linesIn, type Setting, styles } from "./setting";

/** A story in two: what stands in the frame, ending on its last line beside the note, and the rest. */
export type Cut = { kept: Flowed[]; rest: Paragraph[] };

/** A mark stands between two Han or after punctuation before Han; else a run would be parted (NOTES). */
const between = /(?<=[\p{Script=Han}，。；：！？、”’》）])(?=\p{Script=Han})/gu;
const coarse = /(?<=[\s\p{P}])(?=[\p{L}\p{N}])/gu;
/** The last resort: anywhere. */
const fine = /(?<=.)(?=.)/gsu;
const noStart = /^[的和与及或并了着过等]/;

/**
 * Cuts a story's text so that it fills its frame to the last line. The guess comes from widths, the
 * judgement from the galley: each likely place is set with the note, and of those that end on the
 * right line the one that reads best is taken.
 */
export function cut(story: Story, fit: Fit, note: string, galley: Galley): Cut {
  const { flowed, end } = flowedPast(story, fit, galley);
  // The paragraph that has the last line; if it is a heading, or cannot be cut, the one before, set lower.
  for (let at = flowed.findLastIndex(({ start }) => start < end); at >= 0; at--) {
    const last = flowed[at] as Flowed;
    if (last.paragraph.kind === "heading") continue;
    const wanted = Math.min(last.lines, end - last.start);
    for (let lines = wanted; lines > Math.max(0, wanted - 3); lines--) {
      const place = placeIn({ paragraph: last.paragraph, lines, note, setting: fit.form.setting }, galley);
      if (place === null) continue;
      const lower = end - last.start - lines;
      const [before, after] = parted(last.paragraph, place);
      const kept = { ...last, paragraph: before, space: last.space + lower, start: last.start + lower, lines };
      return { kept: [...flowed.slice(0, at), kept], rest: [...after, ...story.text.slice(at + 1)] };
    }
  }
  return { kept: [], rest: story.text };
}

/** What `cut` will ask for first, to be measured together with what other stories ask for. */
export function likely(story: Story, fit: Fit, note: string, galley: Galley): Proof[] {
  const { flowed, end } = flowedPast(story, fit, galley);
  const last = flowed.findLast(({ start, paragraph }) => start < end && paragraph.kind !== "heading");
  if (!last) return [];
  const lines = Math.min(last.lines, end - last.start);
  // A long paragraph is first guessed at by setting it.
  if (lines > longParagraph) return [];
  const ending = { paragraph: last.paragraph, lines, note, setting: fit.form.setting };
  return placesIn(ending, between, galley).map((at) => proofAt(ending, at));
}

/** The text through its frame and beyond, and the line at which the frame ends. */
function flowedPast(
  { text }: Story,
  { form, pictureRows, textRows }: Fit,
  galley: Galley,
): { flowed: Flowed[]; end: number } {
  const { setting, placing } = form;
  const occupied = placing === "inset" ? pictureRows : 0;
  const frame = { columns: setting.columns, lines: linesIn(setting.style, textRows), occupied };
  const paragraphs = text.map((paragraph) => ({ paragraph, lines: galley.lines(paragraph, setting) }));
  return { flowed: flow(paragraphs, frame), end: frame.columns * frame.lines };
}

/** A paragraph that is to end on its line `lines`, with the note beside its end. */
type Ending = { paragraph: Paragraph; lines: number; note: string; setting: Setting };

/** Characters of the paragraph that fill so many lines and leave room for the note; null if no place does. */
function placeIn(ending: Ending, galley: Galley): number | null {
  for (const pattern of [between, coarse, fine]) {
    const near = placesIn(ending, pattern, galley);
    galley.measure(near.map((at) => proofAt(ending, at)));
    const fitting = near.filter((at) => {
      const proved = galley.proved(proofAt(ending, at));
      return proved.lines === ending.lines && proved.noted === ending.lines;
    });
    if (fitting.length) return readable(textOf(ending.paragraph), fitting);
  }
  return null;
}

function proofAt({ paragraph, note, setting: { style, measure } }: Ending, at: number): Proof {
  return { style, measure, paragraph: { ...paragraph, runs: sliced(paragraph.runs, 0, at) }, note };
}

/** Places that a pattern allows, near the one at which widths say that the lines are full. */
function placesIn(ending: Ending, pattern: RegExp, galley: Galley): number[] {
  const { paragraph, lines, note, setting } = ending;
  const text = textOf(paragraph);
  const least = paragraph.lead || paragraph.bullet ? 1 : 2;
  const line = setting.measure / styles[setting.style].size;
  const along = emsAlong(text);
  const other = (paragraph.indent ? 2 : 0) + emsOf(paragraph.lead) + emsOf(note);
  const notedAt = (at: number) => galley.proved(proofAt(ending, at)).noted;
  const guess = guessed(along, lines, line, lines * line - other, notedAt);
  const all = [...text.matchAll(pattern)].map(({ index }) => index);
  const places = [...all.filter((at) => at >= least && at <= text.length - 2), text.length];
  const reach = line * (pattern === between ? 1.1 : 2.2);
  return nearest(along, places, guess, reach, lines > longParagraph ? 10 : 20);
}

/** Lines from which widths alone no longer tell where a line ends. */
const longParagraph = 12;

/** The place at which text and note fill the lines, in em; in a long paragraph brought nearer by setting it. */
function guessed(
  along: Float64Array,
  lines: number,
  line: number,
  first: number,
  notedAt: (at: number) => number,
): number {
  let guess = first;
  for (let turn = 0; turn < 6 && lines > longParagraph; turn++) {
    const off = lines - notedAt(placeAt(along, guess));
    if (off === 0) break;
    guess += off * line;
  }
  return guess;
}

/** The last place that is not more than so many em into a text. */
function placeAt(along: Float64Array, ems: number): number {
  let [low, high] = [0, along.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((along[middle] ?? 0) <= ems) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Of the places within reach of the guess so many, those that are nearest. */
function nearest(along: Float64Array, places: number[], guess: number, reach: number, count: number): number[] {
  const [from, to] = [placeAt(along, guess - reach), placeAt(along, guess + reach)];
  const middle = placeAt(along, guess);
  const near = places.filter((at) => at >= from && at <= to);
  const chosen = near.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle)).slice(0, count);
  return chosen.sort((one, other) => one - other);
}

/** Among the last nine a place after 。 ， or ；, then the end of a word outside quotation marks, else the last. */
function readable(text: string, places: number[]): number {
  const last = places.slice(-9);
  const after = (marks: RegExp) => last.findLast((at) => marks.test(text[at - 1] ?? "") || at === text.length);
  const comma = after(/[，。；！？：]/);
  if (comma !== undefined) return comma;
  const ends = wordEnds(text);
  const word = last.findLast((at) => ends.has(at) && !quoted(text, at) && !noStart.test(text.slice(at)));
  return word ?? (last.at(-1) as number);
}

function wordEnds(text: string): Set<number> {
  let at = 0;
  return new Set(wordsOf(text).map((word) => (at += word.length)));
}

function quoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (before.match(/[“《（]/g)?.length ?? 0) > (before.match(/[”》）]/g)?.length ?? 0);
}

function parted(paragraph: Paragraph, at: number): [Paragraph, Paragraph[]] {
  const length = textOf(paragraph).length;
  const before = { ...paragraph, runs: sliced(paragraph.runs, 0, at) };
  const after = {
    ...paragraph,
    lead: "",
    bullet: "",
    runs: sliced(paragraph.runs, at, length),
    from: paragraph.from + at,
    indent: false,
  };
  return [before, at < length ? [after] : []];
}
