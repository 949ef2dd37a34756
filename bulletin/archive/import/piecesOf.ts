import type { Piece } from "../recognise/pieces";
import type { Recognised } from "../recognise/recognised";

export type Run = { pieces: Piece[]; behind: string | null };

/**
 * The pieces of one issue of a file, with those around it that stand in none: up to where the next one begins.
 * `behind` is the piece there, before which the last place of this issue is; null at the end of the file.
 */
export function piecesOf(pieces: Piece[], { issues }: Recognised, at: number): Run {
  if (issues.length < 2) return { pieces, behind: null };
  const place = new Map(pieces.map(({ id }, index) => [id, index]));
  const begins = issues.map((issue) => Math.min(...issue.pieces.map((id) => place.get(id) ?? pieces.length)));
  const end = begins[at + 1] ?? pieces.length;
  return { pieces: pieces.slice(at === 0 ? 0 : begins[at], end), behind: pieces[end]?.id ?? null };
}
