import { isOf, type Label } from "./labels";
import { idOf, type Piece } from "./pieces";
import { cut, retyped } from "./shown";

/** What a person does to correct a recognition. Each returns new pieces; assemble.ts makes the issues anew. */

/** Says what pieces are. Those that go on from them go with them; a person is certain. */
export function relabel(pieces: Piece[], ids: string | string[], label: Label): Piece[] {
  const named = new Set(typeof ids === "string" ? [ids] : ids);
  return pieces.map((each) => (named.has(each.id) ? decided(each, label) : each));
}

/** Makes a piece go on from the running text before it: one paragraph, headline or list again. */
export function join(pieces: Piece[], id: string): Piece[] {
  const at = pieces.findIndex((each) => each.id === id);
  const hasText = pieces.slice(0, Math.max(at, 0)).some(({ label }) => !isOf("aside", label));
  return hasText ? relabel(pieces, id, "continued") : pieces;
}

/**
 * Cuts a piece in two before the character `at` of what is shown of it. The second half is what the first is; of a text
 * that goes on, it is what that text began as, so that cutting a continuation makes a paragraph of its own.
 */
export function split(pieces: Piece[], id: string, at: number): Piece[] {
  return pieces.flatMap((each, index) => {
    if (each.id !== id) return [each];
    const { place, halves } = cut(each, at);
    const from = each.from + placeInLine(each, place);
    if (halves.some((half) => !half.replaceAll("**", "").trim()) || from <= each.from || from >= each.to) return [each];
    const reads = each.read && [each.read.slice(0, from - each.from), each.read.slice(from - each.from)];
    const [first, second] = halves.map((text, half) => ({ text, ...(reads && { read: reads[half] ?? "" }) }));
    return [
      { ...each, ...first, to: from },
      { ...decided(each, halfOf(pieces, index)), ...second, id: idOf(each.line, from), from },
    ];
  });
}

/** Of a text that a person has typed anew, or that was made bold on both sides of a cut: in the same proportion. */
function placeInLine({ text, from, to }: Piece, place: number): number {
  const width = to - from;
  if (text.length === width) return place;
  return Math.min(width - 1, Math.max(1, Math.round((place * width) / text.length)));
}

/** Puts what a person typed in the place of what was read; what it was taken for stays. Nothing typed is no change. */
export function reword(pieces: Piece[], id: string, typed: string): Piece[] {
  if (!typed.trim()) return pieces;
  return pieces.map((each) => {
    if (each.id !== id) return each;
    const { read, ...piece } = each;
    const text = retyped(each, typed);
    const was = read ?? each.text;
    return text === was ? { ...piece, text } : { ...piece, text, read: was };
  });
}

/** Puts pieces before the piece `to`, or with null behind all others. What goes on from them goes along. */
export function move(pieces: Piece[], ids: string | string[], to: string | null): Piece[] {
  const moving = new Set(withContinuations(pieces, new Set(typeof ids === "string" ? [ids] : ids)));
  if (to !== null && (moving.has(to) || !pieces.some(({ id }) => id === to))) return pieces;
  const moved = pieces.filter(({ id }) => moving.has(id));
  const rest = pieces.filter(({ id }) => !moving.has(id));
  const at = to === null ? rest.length : rest.findIndex(({ id }) => id === to);
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

function decided(piece: Piece, label: Label): Piece {
  return { ...piece, label, confidence: 1, why: "byHand" };
}

/** What the second half of a cut piece is. */
function halfOf(pieces: Piece[], index: number): Label {
  for (let at = index; at >= 0; at -= 1) {
    const label = pieces[at]?.label ?? "paragraph";
    if (label === "continued" || (at < index && isOf("aside", label))) continue;
    if (label === "headline") return "headlineLine";
    return label === "opening" || label === "slogan" ? "paragraph" : label;
  }
  return "paragraph";
}

function withContinuations(pieces: Piece[], ids: Set<string>): string[] {
  const all = new Set(ids);
  let running = false;
  for (const { id, label } of pieces) {
    if (label === "continued" && running) all.add(id);
    else if (!isOf("aside", label)) running = ids.has(id);
  }
  return [...all];
}
