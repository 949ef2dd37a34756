import { z } from "zod";
import { labels } from "./labels";
import { whys } from "./whys";

export type { Label } from "./labels";

/**
 * A piece of the text as it was read: `text` is exactly what stands in that line from `from` to `to`, with
 * its Markdown marks, or what a person has typed in its place. The pieces stand in the order of the issue, which is that of the file but where a
 * headline was moved before its text.
 */
export const pieceSchema = z
  .object({
    /** `LINE:FROM`; no two pieces overlap, so it is one piece's own, and the same on each reading. */
    id: z.string().regex(/^\d+:\d+$/),
    line: z.number().int().min(1),
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    text: z.string(),
    /** What was read there, where a person has typed something else. */
    read: z.string().optional(),
    label: z.enum(labels),
    confidence: z.number().min(0).max(1),
    /** The key of a sentence that gives the reason. */
    why: z.enum(whys).optional(),
  })
  .strict();

export const piecesSchema = z.array(pieceSchema);

export type Piece = z.output<typeof pieceSchema>;

export function idOf(line: number, from: number): string {
  return `${line}:${from}`;
}
