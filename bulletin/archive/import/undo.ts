import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Piece, piecesSchema } from "../recognise/pieces";
import { type AllGiven, givenSchema } from "./given";

/** How one correction is taken back: from `at`, `count` pieces give way to those that stood there; what was said of an issue that went comes back. */
const stepSchema = z.object({
  at: z.number().int().min(0),
  count: z.number().int().min(0),
  pieces: piecesSchema,
  given: z.record(z.string(), givenSchema),
});
type Step = z.output<typeof stepSchema>;

/** Characters that are kept for taking back, a piece itself as so many; the last correction always can be. */
const most = 1_000_000;
const ofPiece = 100;

export function asSteps(column: unknown): Step[] {
  return z.array(stepSchema).parse(column);
}

/** Keeps what stood there before a correction behind what was kept before it; what is too long ago goes. */
export function withStep(steps: Step[], before: Piece[], after: Piece[], given: AllGiven): Step[] {
  const all = [...steps, { ...differenceOf(before, after), given }];
  let kept = 0;
  const from = all.findLastIndex(({ pieces }, at) => {
    kept += pieces.reduce((sum, { text, read = "" }) => sum + text.length + read.length + ofPiece, ofPiece);
    return kept > most && at < all.length - 1;
  });
  return all.slice(from + 1);
}

/** The pieces as they were before the step. */
export function withoutStep(pieces: Piece[], { at, count, pieces: before }: Step): Piece[] {
  return [...pieces.slice(0, at), ...before, ...pieces.slice(at + count)];
}

function differenceOf(before: Piece[], after: Piece[]): Omit<Step, "given"> {
  const least = Math.min(before.length, after.length);
  const isSame = (one: Piece | undefined, other: Piece | undefined) => isDeepStrictEqual(one, other);
  let at = 0;
  while (at < least && isSame(before[at], after[at])) at += 1;
  let tail = 0;
  while (tail < least - at && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return { at, count: after.length - tail - at, pieces: before.slice(at, before.length - tail) };
}
