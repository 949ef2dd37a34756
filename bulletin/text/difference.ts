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
 * What became of a text, paragraph by paragraph. Paragraphs that are alike are found first (longest
 * common subsequence), then those between are paired in order of likeness, so that a reworded
 * paragraph is shown as reworded and not as deleted and added.
 */
export function differenceOf(before: Text, after: Text): Difference {
  const paragraphs = [
    ...pairUp(before.headline, after.headline).map(([a, b]) => compare("headline", a, b)),
    ...pairUp(bodyOf(before.blocks), bodyOf(after.blocks)).map(([a, b]) => compare("paragraph", a, b)),
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

function pairUp(before: string[], after: string[]): Pair[] {
  const pairs: Pair[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    pairs.push(...pairBySimilarity(gone, come));
    gone = [];
    come = [];
  };
  for (const change of diffArrays(before, after)) {
    if (change.removed) gone.push(...change.value);
    else if (change.added) come.push(...change.value);
    else {
      flush();
      pairs.push(...change.value.map((text): Pair => [text, text]));
    }
  }
  flush();
  return pairs;
}

/** In order: each deleted paragraph takes the first remaining added one that shares a third of its words. */
function pairBySimilarity(gone: string[], come: string[]): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const text of gone) {
    const found = come.findIndex((candidate, at) => at >= next && similarity(text, candidate) > 0.34);
    if (found < 0) {
      pairs.push([text, null]);
      continue;
    }
    pairs.push(...come.slice(next, found).map((added): Pair => [null, added]), [text, come[found] ?? null]);
    next = found + 1;
  }
  return [...pairs, ...come.slice(next).map((added): Pair => [null, added])];
}

function similarity(a: string, b: string): number {
  const ofA = split(a);
  const ofB = new Set(split(b));
  const shared = ofA.filter((word) => ofB.has(word)).length;
  return (2 * shared) / (ofA.length + split(b).length || 1);
}

function compare(what: ParagraphDifference["what"], before: string | null, after: string | null): ParagraphDifference {
  if (before === after) return { what, changed: false, parts: [{ kind: "same", text: before ?? "" }] };
  const parts = diffArrays(split(before ?? ""), split(after ?? "")).map(
    ({ value, removed, added }): Part => ({
      kind: removed ? "deleted" : added ? "added" : "same",
      text: value.join(""),
    }),
  );
  return { what, changed: true, parts };
}

function split(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}
