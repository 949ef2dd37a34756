import { diffArrays } from "diff";
import type { Block, Text } from "./model";
import { paragraphsOf } from "./plain";

/** A stretch of text that stayed, was deleted, or was added. */
export type Part = { kind: "same" | "deleted" | "added"; text: string };

/** One paragraph of both texts set against each other. `what` says where it stands. */
export type ParagraphDifference = { what: "headline" | "paragraph"; changed: boolean; parts: Part[] };

export type Difference = { paragraphs: ParagraphDifference[]; changes: number; deleted: number; added: number };

const words = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * What one difference may still take, counted and never timed, so that the same two texts always come out the same: words
 * looked up in finding pairs, and steps in comparing. Texts that people reword stay far below; two of the longest that
 * have nothing in common would keep a process for minutes.
 */
type Effort = { lookups: number; steps: number; wordsOf: (text: string) => Words };
type Words = { all: string[]; different: Set<string> };

function effort(): Effort {
  const known = new Map<string, Words>();
  const wordsOf = (text: string) => {
    const found = known.get(text);
    if (found) return found;
    const all = [...words.segment(text)].map(({ segment }) => segment);
    const made = { all, different: new Set(all) };
    known.set(text, made);
    return made;
  };
  return { lookups: 4_000_000, steps: 8_000_000, wordsOf };
}

/**
 * What became of a text, paragraph by paragraph. Paragraphs that are alike are found first (longest
 * common subsequence), then those between are paired in order of likeness, so that a reworded
 * paragraph is shown as reworded and not as deleted and added. Where that would take too much, what differs is shown
 * in larger pieces, which is as true.
 */
export function differenceOf(before: Text, after: Text): Difference {
  const left = effort();
  const headlines = pairUp(before.headline, after.headline, left);
  const bodies = pairUp(bodyOf(before.blocks), bodyOf(after.blocks), left);
  const paragraphs = [
    ...headlines.map(([a, b]) => compare("headline", a, b, left)),
    ...bodies.map(([a, b]) => compare("paragraph", a, b, left)),
  ];
  const parts = paragraphs.flatMap((paragraph) => paragraph.parts);
  const length = (kind: Part["kind"]) =>
    parts.filter((part) => part.kind === kind).reduce((sum, { text }) => sum + [...text].length, 0);
  return { paragraphs, changes: countChanges(paragraphs), deleted: length("deleted"), added: length("added") };
}

/** Deleting and adding at one place is one change. */
function countChanges(paragraphs: ParagraphDifference[]): number {
  return paragraphs.reduce((sum, { parts }) => {
    const places = parts.filter(({ kind }, at) => kind !== "same" && (at === 0 || parts[at - 1]?.kind === "same"));
    return sum + places.length;
  }, 0);
}

function bodyOf(blocks: Block[]): string[] {
  return paragraphsOf(blocks).filter((text) => text.trim());
}

type Pair = [string | null, string | null];

function pairUp(before: string[], after: string[], left: Effort): Pair[] {
  const pairs: Pair[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    pairs.push(...pairBySimilarity(gone, come, left));
    gone = [];
    come = [];
  };
  for (const { kind, pieces } of changesOf(before, after, left)) {
    if (kind === "deleted") gone.push(...pieces);
    else if (kind === "added") come.push(...pieces);
    else {
      flush();
      pairs.push(...pieces.map((text): Pair => [text, text]));
    }
  }
  flush();
  return pairs;
}

/** In order: each deleted paragraph takes the first remaining added one that shares a third of its words. */
function pairBySimilarity(gone: string[], come: string[], left: Effort): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const text of gone) {
    const found = come.findIndex((candidate, at) => at >= next && areAlike(text, candidate, left));
    if (found < 0) {
      pairs.push([text, null]);
      continue;
    }
    pairs.push(...come.slice(next, found).map((added): Pair => [null, added]), [text, come[found] ?? null]);
    next = found + 1;
  }
  return [...pairs, ...come.slice(next).map((added): Pair => [null, added])];
}

/** Whether they share more than a third of their words; no, where that can no longer be asked. */
function areAlike(a: string, b: string, left: Effort): boolean {
  if (left.lookups <= 0) return false;
  const [ofA, ofB] = [left.wordsOf(a), left.wordsOf(b)];
  left.lookups -= ofA.all.length + 1;
  const shared = ofA.all.filter((word) => ofB.different.has(word)).length;
  return (2 * shared) / (ofA.all.length + ofB.all.length || 1) > 0.34;
}

function compare(
  what: ParagraphDifference["what"],
  before: string | null,
  after: string | null,
  left: Effort,
): ParagraphDifference {
  if (before === after) return { what, changed: false, parts: [{ kind: "same", text: before ?? "" }] };
  const ofEach = [before, after].map((text) => (text ? left.wordsOf(text).all : []));
  const changes = changesOf(ofEach[0] ?? [], ofEach[1] ?? [], left);
  return { what, changed: true, parts: changes.map(({ kind, pieces }) => ({ kind, text: pieces.join("") })) };
}

type Change = { kind: Part["kind"]; pieces: string[] };

/**
 * The shortest way from one list to the other, which is found in some `edits · (edits + length) / 4` steps; where that is
 * more than is left, all between what they begin and end with alike is deleted and added.
 */
function changesOf(before: string[], after: string[], left: Effort): Change[] {
  if (!before.length || !after.length) return replaced(before, after);
  const length = before.length + after.length;
  const most = Math.floor((Math.sqrt(length ** 2 + 16 * Math.max(0, left.steps)) - length) / 2);
  const found = diffArrays(before, after, { maxEditLength: most });
  const edits = found?.reduce((sum, { removed, added, count }) => sum + (removed || added ? count : 0), 0) ?? most;
  left.steps -= (edits * (edits + length)) / 4;
  if (!found) return replaced(before, after);
  return found.map(({ value, removed, added }) => ({
    kind: removed ? "deleted" : added ? "added" : "same",
    pieces: value,
  }));
}

function replaced(before: string[], after: string[]): Change[] {
  const shorter = Math.min(before.length, after.length);
  let begin = 0;
  while (begin < shorter && before[begin] === after[begin]) begin++;
  let end = 0;
  while (end < shorter - begin && before.at(-1 - end) === after.at(-1 - end)) end++;
  const changes: Change[] = [
    { kind: "same", pieces: before.slice(0, begin) },
    { kind: "deleted", pieces: before.slice(begin, before.length - end) },
    { kind: "added", pieces: after.slice(begin, after.length - end) },
    { kind: "same", pieces: before.slice(before.length - end) },
  ];
  return changes.filter(({ pieces }) => pieces.length);
}
