import { isOf, type Label } from "./labels";
import { idOf, type Piece } from "./pieces";

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
 * Cuts a piece in two before its character `at`. The second half is what the first is; of a text that goes
 * on, it is what that text began as, so that cutting a continuation makes a paragraph of its own.
 */
export function split(pieces: Piece[], id: string, at: number): Piece[] {
  return pieces.flatMap((each, index) => {
    const [first, second] = [each.text.slice(0, at), each.text.slice(at)];
    if (each.id !== id || !first.trim() || !second.trim()) return [each];
    const from = each.from + at;
    return [
      { ...each, text: first, to: from },
      { ...decided(each, halfOf(pieces, index)), id: idOf(each.line, from), text: second, from },
    ];
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
