import { glued } from "./glue";
import { isOf, type Label } from "./labels";
import type { Piece } from "./pieces";

/** One thing to read: a piece with all that goes on from it. `text` still has its marks. */
export type Unit = { label: Label; text: string; pieces: Piece[] };

/**
 * Pieces put together. `continued` goes on from the last piece of running text: what lies between (page
 * numbers, running heads, a photograph) keeps its place. Where nothing stands before, it is a paragraph.
 */
export function unitsOf(pieces: Piece[]): Unit[] {
  const units: Unit[] = [];
  const parts: string[][] = [];
  let running = -1;
  for (const piece of pieces) {
    if (piece.label === "continued" && running >= 0) {
      units[running]?.pieces.push(piece);
      parts[running]?.push(piece.text);
      continue;
    }
    const label = piece.label === "continued" ? "paragraph" : piece.label;
    units.push({ label, text: "", pieces: [piece] });
    parts.push([piece.text]);
    if (!isOf("aside", label)) running = units.length - 1;
  }
  for (const [at, unit] of units.entries()) unit.text = together(parts[at] ?? []);
  return units;
}

/** Glued from pair to pair, so that a text of a million short lines is not copied a million times. */
function together(parts: string[]): string {
  let done = "";
  let last = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    const pair = glued(last, part);
    // Only the end of the former half may change (a hyphen goes, a blank comes).
    const cut = Math.max(0, pair.length - part.trimStart().length);
    done += pair.slice(0, cut);
    last = pair.slice(cut);
  }
  return done + last;
}
