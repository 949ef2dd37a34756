import { normal } from "./normal";

/** A stretch of text as it is shown; what was looked for is marked. */
export type Piece = { text: string; marked: boolean };

const before = new Map<string, string>();

/** A character as it is compared. Most are Han and stay as they are; of the others there are few different ones. */
function alone(each: string): string {
  if (each >= "\u4e00" && each <= "\u9fff") return each;
  const known = before.get(each);
  if (known !== undefined) return known;
  const same = normal(each);
  if (before.size < 10_000) before.set(each, same);
  return same;
}

/** A text as it is compared, and for each of its characters where in the text it came from. */
function compared(text: string): { flat: string; from: number[] } {
  let flat = "";
  const from: number[] = [];
  let at = 0;
  for (const each of text) {
    const same = alone(each);
    for (let n = 0; n < same.length; n++) from.push(at);
    flat += same;
    at += each.length;
  }
  return { flat, from };
}

/** Cuts a text into what is marked and what is not. */
export function marked(text: string, words: string[]): Piece[] {
  return cut(text, rangesIn(text, words));
}

/**
 * A piece of a long text of about `length` characters: where most of the different words stand close
 * together; from the beginning where none does. Dots where something was left out.
 */
export function snippet(text: string, words: string[], length = 120): Piece[] {
  const ranges = rangesIn(text, words);
  const first = densest(ranges, length);
  const from = first < length / 2 ? 0 : beginningAt(text, first - Math.floor(length / 4));
  const to = Math.min(text.length, from + length);
  const inside = ranges.filter((range) => range.from >= from && range.to <= to);
  const pieces = cut(
    text.slice(from, to),
    inside.map((range) => ({ ...range, from: range.from - from, to: range.to - from })),
  );
  return [
    ...(from > 0 ? [{ text: "…", marked: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: "…", marked: false }] : []),
  ];
}

type Range = { from: number; to: number; word: string };

/**
 * Where the first of the stretches of `length` begins that hold most of the different words; 0 where there are none. The
 * ranges are in order: each comes into the stretch once and leaves it once, of a word that stands there 30,000 times too.
 */
export function densest(ranges: Range[], length: number): number {
  const near = new Map<string, number>();
  let best = { at: 0, near: 0 };
  let next = 0;
  for (const { from, word } of ranges) {
    for (let range = ranges[next]; range && range.from < from + length; range = ranges[++next])
      near.set(range.word, (near.get(range.word) ?? 0) + 1);
    if (near.size > best.near) best = { at: from, near: near.size };
    const left = (near.get(word) ?? 0) - 1;
    if (left > 0) near.set(word, left);
    else near.delete(word);
  }
  return best.at;
}

/** Where the words stand; what overlaps is one. */
function rangesIn(text: string, words: string[]): Range[] {
  const { flat, from } = compared(text);
  const found: Range[] = [];
  for (const word of words)
    for (let at = word ? flat.indexOf(word) : -1; at >= 0; at = flat.indexOf(word, at + word.length)) {
      const last = from[at + word.length - 1] ?? 0;
      found.push({ from: from[at] ?? 0, to: last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1), word });
    }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const joined: Range[] = [];
  for (const range of found) {
    const last = joined.at(-1);
    if (last && range.from < last.to) last.to = Math.max(last.to, range.to);
    else joined.push(range);
  }
  return joined;
}

function cut(text: string, ranges: Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** The beginning of the sentence, where one begins near by; never between the halves of a character. */
function beginningAt(text: string, at: number): number {
  const near = text.slice(at, at + 20).search(/[，。；：！？、\n]/);
  const from = near >= 0 ? at + near + 1 : at;
  return /[\udc00-\udfff]/.test(text[from] ?? "") ? from + 1 : from;
}
