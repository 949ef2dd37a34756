import type { Piece } from "../recognise/pieces";
import type { Recognised } from "../recognise/recognised";

/** The pieces of one issue of a file, with those around it that stand in none: up to where the next one begins. */
export function piecesOf(pieces: Piece[], { issues }: Recognised, at: number): Piece[] {
  if (issues.length < 2) return pieces;
  const place = new Map(pieces.map(({ id }, index) => [id, index]));
  const begins = issues.map((issue) => Math.min(...issue.pieces.map((id) => place.get(id) ?? pieces.length)));
  return pieces.slice(at === 0 ? 0 : begins[at], begins[at + 1] ?? pieces.length);
}
