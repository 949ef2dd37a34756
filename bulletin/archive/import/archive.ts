import { z } from "zod";
import type { Publication } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { raiseCounters } from "../../press/numbering";
import { id, version } from "../../text/fields";
import { keepText } from "../keepText";
import { assemble } from "../recognise/assemble";
import { learn } from "../recognise/learn";
import { type Piece, piecesSchema } from "../recognise/pieces";
import { noProfile, profileSchema } from "../recognise/profile";
import type { RecognisedIssue } from "../recognise/recognised";
import { pastContent } from "./content";
import { asGiven, type Settled, settled } from "./given";
import { leavesNoDoubt, staleImport } from "./waiting";

export const archiveSchema = z.object({ id, version });

/**
 * Confirms what was recognised in a file (归档): its issues join the ledger with their number, date, text and lists,
 * are read by the secretariat, and are addressed to nobody. All of a file or none. Corrections that
 * a person made teach the profile of the publication. Refused: somebody was first, no publication
 * named, an issue without number or date, nothing to archive.
 */
export async function archiveImport(actor: Actor, input: z.output<typeof archiveSchema>): Promise<{ issues: number }> {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    const { count } = await tx.importedFile.updateMany({
      where: { id: input.id, version: input.version, state: "waiting" },
      data: { state: "archived", version: { increment: 1 }, updatedAt: now() },
    });
    if (!count) throw await staleImport(tx, input.id);
    const file = await tx.importedFile.findUniqueOrThrow({ where: { id: input.id } });
    if (!file.publicationId) throw new Refusal("importWithoutPublication", { field: "publicationId" });
    const publication = await tx.publication.findUniqueOrThrow({ where: { id: file.publicationId } });
    const pieces = piecesSchema.parse(file.pieces);
    const { issues } = assemble(pieces);
    const given = asGiven(file.given);
    let archived = 0;
    for (const [at, issue] of issues.entries()) {
      const said = settled(issue, given[at], publication);
      if (said.leftOut) continue;
      await archiveIssue(tx, actor, { importId: file.id, at, issue, said, publication });
      archived += 1;
    }
    if (!archived) throw new Refusal("importNothing");
    await remember(tx, publication.id, piecesSchema.parse(file.first), pieces);
    await record(tx, actor, "archive", { subjectId: file.id, detail: { name: file.name, issues: archived } });
    return { issues: archived };
  });
}

type One = { importId: string; at: number; issue: RecognisedIssue; said: Settled; publication: Publication };

async function archiveIssue(tx: Transaction, actor: Actor, { importId, at, issue, said, publication }: One) {
  const { number, date, year, series, total, lastNumber } = said;
  if (!number || !date || !year) throw new Refusal("importIncomplete", { values: { at: at + 1 } });
  const content = pastContent(issue, { ...said, number, date, year }, publication);
  const twin = await twinOf(tx, publication.id, said);
  const { id: issueId } = await tx.issue.create({
    data: {
      ...{ publicationId: publication.id, state: "archived", series, year, number, lastNumber, total, twin, importId },
      ...{ date: toColumn(date), editorNote: content.editorNote, lists: content.lists, imprint: content.imprint },
      ...{ createdAt: now(), updatedAt: now() },
    },
    select: { id: true },
  });
  await keepText(tx, issueId, content);
  await raiseCounters(tx, { publicationId: publication.id, series, year, number: lastNumber ?? number, total });
  await record(tx, actor, "archive", { issueId, detail: { number, year } });
}

/** 1, or one more than the last of those that bear the same number or running total. */
async function twinOf(
  tx: Transaction,
  publicationId: string,
  { series, year, number, total }: Settled,
): Promise<number> {
  const same = await tx.issue.aggregate({
    where: {
      publicationId,
      OR: [{ series, year: year ?? 0, number }, ...(total === null ? [] : [{ total }])],
    },
    _max: { twin: true },
  });
  return (same._max.twin ?? 0) + 1;
}

/** What the corrections to this file taught, for the next one of its publication. */
async function remember(tx: Transaction, publicationId: string, before: Piece[], after: Piece[]): Promise<void> {
  const known = await tx.importProfile.findUnique({ where: { publicationId } });
  const profile = known ? profileSchema.parse(known.learnt) : noProfile;
  const learnt = learn(before, after, profile);
  const data = { learnt, updatedAt: now() };
  await tx.importProfile.upsert({ where: { publicationId }, create: { publicationId, ...data }, update: data });
}

export const manySchema = z.object({ ids: z.array(id).min(1).max(500) });

/**
 * Confirms those of many files that leave no doubt and lack neither number nor date; returns how many were,
 * and how many wait for a person to look at them.
 */
export async function archiveMany(actor: Actor, { ids }: z.output<typeof manySchema>) {
  ask(has(actor, "editor"));
  let archived = 0;
  for (const each of ids) {
    const file = await db.importedFile.findUnique({
      where: { id: each },
      select: { id: true, version: true, coverage: true, publicationId: true, issueCount: true },
    });
    if (!file) throw missing();
    if (!leavesNoDoubt(file)) continue;
    try {
      await archiveImport(actor, file);
      archived += 1;
    } catch (error) {
      // It waits where it was; its own page says what it lacks.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { archived, waiting: ids.length - archived };
}
