import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { id, version } from "../../text/fields";
import { join, move, relabel, split } from "../recognise/acts";
import { assemble } from "../recognise/assemble";
import { labels } from "../recognise/labels";
import { type Piece, piecesSchema } from "../recognise/pieces";
import type { RecognisedIssue } from "../recognise/recognised";
import { factsOf } from "./doubts";
import { type AllGiven, asGiven, givenSchema } from "./given";
import { staleImport } from "./waiting";

const piece = z.string().regex(/^\d{1,9}:\d{1,9}$/);

/** One decision of the recognition, changed by one act. */
export const correctionSchema = z.object({
  id,
  version,
  correction: z.discriminatedUnion("act", [
    z.object({ act: z.literal("relabel"), pieces: z.array(piece).min(1).max(5_000), label: z.enum(labels) }),
    z.object({ act: z.literal("join"), piece }),
    z.object({ act: z.literal("split"), piece, at: z.number().int().min(1).max(10_000_000) }),
    z.object({ act: z.literal("move"), pieces: z.array(piece).min(1).max(5_000), before: piece.nullable() }),
  ]),
});

type Correction = z.output<typeof correctionSchema>["correction"];

/** Refused: somebody else changed it meanwhile, or there is no such piece. */
export async function correctImport(
  actor: Actor,
  input: z.output<typeof correctionSchema>,
): Promise<{ version: number }> {
  return changed(actor, input, async (file) => {
    const before = piecesSchema.parse(file.pieces);
    const pieces = corrected(before, input.correction);
    const recognised = assemble(pieces);
    const given = asGiven(file.given);
    const after = Object.keys(given).length ? carried(given, assemble(before).issues, recognised.issues) : given;
    return { pieces, given: after, ...factsOf(recognised, after) };
  });
}

/**
 * What a person said of an issue stays with it when there are more or fewer before it: with the one that begins
 * where that one stood. One that went into the issue before it is no more, and what was said of it neither.
 */
function carried(given: AllGiven, before: RecognisedIssue[], after: RecognisedIssue[]): AllGiven {
  return Object.fromEntries(
    Object.entries(given).flatMap(([at, said]) => {
      const own = new Set(before[Number(at)]?.pieces);
      const now = after.findIndex(({ pieces: [first] }) => first !== undefined && own.has(first));
      return now < 0 ? [] : [[String(now), said]];
    }),
  );
}

function corrected(pieces: Piece[], correction: Correction): Piece[] {
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
  }
}

export const sayIssueSchema = z
  .object({ id, version, at: z.coerce.number().int().min(0).max(100_000) })
  .extend(givenSchema.shape);

/** What a person says of one issue: its number and date where they were not read, or that it is left out. */
export async function sayIssue(actor: Actor, input: z.output<typeof sayIssueSchema>): Promise<{ version: number }> {
  const { id: _, version: __, at, ...given } = input;
  return changed(actor, input, async (file) => {
    if (at >= file.issueCount) throw missing();
    const all = { ...asGiven(file.given), [at]: given };
    return { given: all, ...factsOf(assemble(piecesSchema.parse(file.pieces)), all) };
  });
}

export const sayPublicationSchema = z.object({ id, version, publicationId: id });

export async function sayPublication(actor: Actor, input: z.output<typeof sayPublicationSchema>) {
  return changed(actor, input, async (_, tx) => {
    if (!(await tx.publication.findUnique({ where: { id: input.publicationId }, select: { id: true } })))
      throw missing();
    return { publicationId: input.publicationId };
  });
}

export const discardSchema = z.object({ id, version });

/** Puts a file aside: its bytes and text go, that it was there stays in the list. The same file can be read in again. */
export async function discardImport(actor: Actor, input: z.output<typeof discardSchema>): Promise<void> {
  await changed(
    actor,
    input,
    async () => ({ state: "discarded", bytes: null, text: "", pieces: [], first: [], imageIds: [] }),
    "discardImport",
  );
}

type File = Prisma.ImportedFileGetPayload<object>;
type Change = (file: File, tx: Transaction) => Promise<Prisma.ImportedFileUncheckedUpdateInput>;

async function changed(actor: Actor, seen: { id: string; version: number }, change: Change, act = "correctImport") {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "ImportedFile" WHERE id = ${seen.id}::uuid FOR UPDATE`;
    const file = await tx.importedFile.findUnique({ where: { id: seen.id } });
    if (!file) throw missing();
    if (file.state !== "waiting" || file.version !== seen.version) throw await staleImport(tx, seen.id);
    const data = await change(file, tx);
    await tx.importedFile.update({
      where: { id: seen.id },
      data: { ...data, version: { increment: 1 }, updatedAt: now() },
    });
    await record(tx, actor, act, { subjectId: seen.id, detail: { name: file.name } });
    return { version: seen.version + 1 };
  });
}
