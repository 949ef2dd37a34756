import type { Piece } from "@/bulletin/archive/recognise/pieces";

/**
 * Where chosen pieces go when they are moved by one: before `up`, before `down`. A text is stepped over with
 * what goes on from it. `behind` is the piece behind those that are shown, the first of the next issue, or
 * null at the end of the file. Nothing stands above where `up` is null, nothing below where `isLast`.
 */
export function stepsOf(pieces: Piece[], chosen: string[], behind: string | null) {
  const [first, last] = [chosen[0], chosen.at(-1)].map((id) => pieces.findIndex((each) => each.id === id));
  const end = endOf(pieces, last ?? -1);
  return {
    up: pieces[beginOf(pieces, (first ?? 0) - 1)]?.id ?? null,
    down: pieces[endOf(pieces, end)]?.id ?? behind,
    isLast: end >= pieces.length,
  };
}

function beginOf(pieces: Piece[], at: number): number {
  return pieces[at]?.label === "continued" && at > 0 ? beginOf(pieces, at - 1) : at;
}

function endOf(pieces: Piece[], at: number): number {
  const end = at + 1;
  return pieces[end]?.label === "continued" ? endOf(pieces, end) : end;
}
