import { leadIn, plain } from "./marks";
import type { Piece } from "./pieces";

/** A piece as people read it: without the marks that stand for bold, headings, the cells of a table and pictures. */
export function shownOf({ label, text }: Piece): string {
  if (label === "figure") return /^!\[([^\]]*)\]/.exec(text)?.[1] ?? text;
  if (label === "tableRow") return text.replace(/^\|\s*|\s*\|$/g, "").replace(/\s*\|\s*/g, "　");
  return plain(text);
}

/** What a person types in; the marks of a table and of a picture are its form, and stay in sight. */
export function typedOf(piece: Piece): string {
  return isForm(piece) ? piece.text : plain(piece.text);
}

function isForm({ label }: Piece): boolean {
  return label === "figure" || label === "tableRow";
}

/** A piece with what a person typed in place of what was read, a misread character put right. Its marks stay where they are. */
export function retyped(piece: Piece, typed: string): string {
  if (isForm(piece)) return typed;
  const text = withMarks(piece.text, plain(piece.text), typed);
  return plain(text) === typed.trim() ? text : escaped(typed);
}

/** Both halves of a piece that is cut before the character `at` of what is shown; what is bold across the cut is bold in both. */
export function cut(piece: Piece, asked: number): { place: number; halves: [string, string] } {
  const { text } = piece;
  // Not through a character that takes two places.
  const at = /[\ud800-\udbff]/.test(typedOf(piece)[asked - 1] ?? "") ? asked - 1 : asked;
  if (isForm(piece)) return { place: at, halves: [text.slice(0, at), text.slice(at)] };
  const place = placeOfCut(text, at);
  const [first, second] = [text.slice(0, place), text.slice(place)];
  const halves: [string, string] = isOpen(first) ? [`${first}**`, `**${second}`] : [first, second];
  const shown = plain(text);
  const wanted: [string, string] = [shown.slice(0, at), shown.slice(at)];
  const isThere = halves.every((half, side) => plain(half) === wanted[side]?.trim());
  return { place, halves: isThere ? halves : [escaped(wanted[0]), escaped(wanted[1])] };
}

/** A mark that closes stays with what it closes, one that opens goes with what it opens; so does the slash before a star. */
function placeOfCut(text: string, at: number): number {
  const places = placesIn(text, plain(text));
  const before = Math.min(at, places.length);
  const [end, begin] = [(places[before - 1] ?? -1) + 1, places[before] ?? text.length];
  if (isOpen(text.slice(0, begin))) return end;
  return begin > end && text[begin - 1] === "\\" ? begin - 1 : begin;
}

/** Only what differs is put into the text, so that the marks around it hold. */
function withMarks(text: string, shown: string, typed: string): string {
  const places = placesIn(text, shown);
  const least = Math.min(shown.length, typed.length);
  let head = 0;
  while (head < least && shown[head] === typed[head]) head += 1;
  let tail = 0;
  while (tail < least - head && shown.at(-1 - tail) === typed.at(-1 - tail)) tail += 1;
  const replaced = shown.length - tail > head;
  const from = replaced || head === 0 ? (places[head] ?? text.length) : (places[head - 1] ?? 0) + 1;
  const to = replaced ? (places[shown.length - tail - 1] ?? 0) + 1 : from;
  const middle = escaped(typed.slice(head, typed.length - tail));
  return `${text.slice(0, from)}${middle}${isOpen(text.slice(from, to)) ? "**" : ""}${text.slice(to)}`;
}

/** Where each character that is shown stands in the marked text. */
function placesIn(text: string, shown: string): number[] {
  let from = leadIn(text).length;
  return shown.split("").map((character) => {
    const star = character === "*" ? text.indexOf("\\*", from) : -1;
    const found = star >= 0 ? star + 1 : text.indexOf(character, from);
    if (found < 0) return from;
    const at = text.startsWith("\\\\", found) ? found + 1 : found;
    from = at + 1;
    return at;
  });
}

function isOpen(text: string): boolean {
  return (text.match(/\*\*/g)?.length ?? 0) % 2 === 1;
}

/** A star that a person types is a star. */
function escaped(typed: string): string {
  return typed.replace(/[\\*#>]/g, "\\$&");
}
