import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { missing, Refusal } from "@/lib/refusal";
import { ask, has } from "../../policy";
import { id, version } from "../../text/fields";
import { isClassifiedText } from "../classified";
import { join, move, relabel, reword, split } from "../recognise/acts";
import { assemble } from "../recognise/assemble";
import { labels } from "../recognise/labels";
import { type Piece, piecesSchema } from "../recognise/pieces";
import type { RecognisedIssue } from "../recognise/recognised";
import { changed, type File } from "./change";
import { factsOf } from "./doubts";
import { type AllGiven, asGiven } from "./given";
import { printable } from "./printable";
import { asSteps, withoutStep, withStep } from "./undo";

const piece = z.string().regex(/^\d{1,9}:\d{1,9}$/);

/** One decision of the recognition, changed by one act; a misread character put right; or the last of these taken back. */
export const correctionSchema = z.object({
  id,
  version,
  correction: z.discriminatedUnion("act", [
    z.object({ act: z.literal("relabel"), pieces: z.array(piece).min(1).max(5_000), label: z.enum(labels) }),
    z.object({ act: z.literal("join"), piece }),
    z.object({ act: z.literal("split"), piece, at: z.number().int().min(1).max(10_000_000) }),
    z.object({ act: z.literal("move"), pieces: z.array(piece).min(1).max(5_000), before: piece.nullable() }),
    z.object({ act: z.literal("reword"), piece, text: z.string().max(20_000) }),
    z.object({ act: z.literal("undo") }),
  ]),
});

type Correction = z.output<typeof correctionSchema>["correction"];

/** Refused: somebody else changed it meanwhile, there is no such piece, text with a classified marking. */
export async function correctImport(
  actor: Actor,
  { correction, ...input }: z.output<typeof correctionSchema>,
): Promise<{ version: number }> {
  ask(has(actor, "editor"));
  if (correction.act === "reword" && isClassifiedText(correction.text)) throw new Refusal("classified");
  return changed(actor, input, async (file) => {
    const before = piecesSchema.parse(file.pieces);
    const steps = asSteps(file.undo);
    if (correction.act === "undo") {
      const last = steps.at(-1);
      if (!last) return null;
      const { lost: _, ...made } = madeInto(file, before, withoutStep(before, last), last.given);
      return { ...made, undo: steps.slice(0, -1) };
    }
    const pieces = corrected(before, correction);
    if (isDeepStrictEqual(pieces, before)) return null;
    const { lost, ...made } = madeInto(file, before, pieces);
    return { ...made, undo: withStep(steps, before, pieces, lost) };
  });
}

/** The pieces with all that follows from them; `back`: what is said again of issues that are there again. */
function madeInto(file: File, before: Piece[], pieces: Piece[], back: AllGiven = {}) {
  const recognised = assemble(pieces);
  const said = asGiven(file.given);
  const isSaid = Object.keys(said).length > 0;
  const { given, lost } = isSaid
    ? carried(said, assemble(before).issues, recognised.issues)
    : { given: said, lost: said };
  const after = { ...back, ...given };
  return { pieces, given: after, lost, ...factsOf(recognised, after) };
}

/**
 * What a person said of an issue stays with it when there are more or fewer before it: with the one that begins
 * where that one stood. One that went into the issue before it is no more, and what was said of it is `lost`.
 */
function carried(said: AllGiven, before: RecognisedIssue[], after: RecognisedIssue[]) {
  const given: AllGiven = {};
  const lost: AllGiven = {};
  for (const [at, own] of Object.entries(said)) {
    const pieces = new Set(before[Number(at)]?.pieces);
    const now = after.findIndex(({ pieces: [first] }) => first !== undefined && pieces.has(first));
    if (now < 0) lost[at] = own;
    else given[String(now)] = own;
  }
  return { given, lost };
}

function corrected(pieces: Piece[], correction: Exclude<Correction, { act: "undo" }>): Piece[] {
  const known = new Set(pieces.map(({ id: each }) => each));
  const named = "pieces" in correction ? correction.pieces : [correction.piece];
  if (named.some((each) => !known.has(each))) throw missing();
  switch (correction.act) {
    case "relabel":
      return relabel(pieces, correction.pieces, correction.label);
    case "join":
      return join(pieces, correction.piece);
    case "split":
      return split(pieces, correction.piece, correction.at);
    case "move":
      return move(pieces, correction.pieces, correction.before);
    case "reword":
      return reword(pieces, correction.piece, oneLine(correction.text));
  }
}

/** What is typed in the place of a line is one, however it was pasted. */
function oneLine(typed: string): string {
  const lines = printable(typed).toWellFormed().split("\n");
  return lines.map((line) => line.trim()).join("");
}
