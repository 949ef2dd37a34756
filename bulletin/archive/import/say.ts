import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { missing } from "@/lib/refusal";
import { id, version } from "../../text/fields";
import { assemble } from "../recognise/assemble";
import { piecesSchema } from "../recognise/pieces";
import { changed } from "./change";
import { factsOf } from "./doubts";
import { asGiven, givenSchema } from "./given";

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
    async () => ({ state: "discarded", bytes: null, text: "", pieces: [], first: [], undo: [], imageIds: [] }),
    "discardImport",
  );
}
