import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Instruction, Prisma } from "@/generated/prisma/client";
import type { Actor, Principal } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../again";
import { record } from "../events";
import {
  ask,
  isSecretariat,
  mayInstructFor,
  principalsOf,
  readableIssues,
  visibleForwards,
  visibleInstructions,
} from "../policy";
import { asContent, type Content } from "../press/content";
import { editionsBefore, entriesIn } from "../press/editions";
import { id, line, optionalId, prose, version } from "../text/fields";
import { plainOf, titleOf } from "../text/plain";
import { moveInstruction } from "../transition";
import { drawingSchema } from "./drawing";
import { type Drawing, isDrawn } from "./strokes";
import { namedIssue, tellRole } from "./tell";
import { trayOf } from "./trays";

const written = {
  /** A sentence of the entry, word for word; empty: the whole of it. */
  quote: line(500),
  text: prose(500),
  drawing: drawingSchema,
};

export const instructSchema = z.object({ id, newId, entryId: optionalId, of: optionalId.optional(), ...written });

/**
 * A leader writes on an issue, an entry or a sentence of it (批示), by keyboard, phrases or pen. Refused:
 * who is no leader, or a deputy without leave; an issue that is not before them; nothing written; a
 * sentence that does not stand there. The secretariat is told at once; of the same form that comes twice, once.
 */
export async function instruct(actor: Actor, input: z.output<typeof instructSchema>): Promise<string> {
  const { id: issueId, newId: chosen, entryId, of, ...given } = input;
  const { accountId, inPlaceOf } = trayOf(actor, of);
  ask(mayInstructFor(actor, accountId));
  refuseNothing(given);
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${issueId}::uuid FOR SHARE`;
    await tx.$queryRaw`SELECT id FROM "Delivery"
      WHERE "issueId" = ${issueId}::uuid AND "accountId" = ${accountId}::uuid FOR UPDATE`;
    const delivered = { deliveries: { some: { accountId } } };
    const issue = await tx.issue.findFirst({
      where: { AND: [{ id: issueId, state: { not: "archived" } }, readableIssues(actor), delivered] },
    });
    if (!issue?.content) throw missing();
    const about = aboutOf(asContent(issue.content), entryId, given.quote);
    const sent = { ...given, issueId, entryId, leaderId: accountId };
    const find = (id: string) => tx.instruction.findUnique({ where: { id } });
    if (chosen && (await cameBefore<Given>(tx, chosen, find, sent))) return chosen;
    const own = await tx.instruction.findMany({
      where: { issueId, leaderId: accountId, state: { not: "withdrawn" } },
      orderBy: { givenAt: "desc" },
    });
    const again = own.find((each) => isSame(each, { ...given, entryId }));
    if (again) return again.id;
    if (own.length >= mostOnOne) throw new Refusal("tooManyInstructions", { values: { max: mostOnOne } });
    const leaderName = inPlaceOf?.name ?? actor.name;
    const instruction = await tx.instruction.create({
      data: {
        ...{
          ...given,
          id: chosen ?? undefined,
          about,
          byHand: isDrawn(given.drawing),
          issueId,
          entryId,
          leaderId: accountId,
          leaderName,
          givenAt: now(),
          updatedAt: now(),
        },
        ...(inPlaceOf && { writtenById: actor.id, writtenByName: actor.name }),
      },
    });
    const ids = { subjectId: instruction.id, issueId, entryId: entryId ?? undefined };
    await record(tx, actor, "instruct", { ...ids, inPlaceOf });
    await tellEditors(tx, instruction, instruction.id);
    return instruction.id;
  });
}

/** Of one leader on one issue. */
const mostOnOne = 20;

type Given = Written & Pick<Instruction, "issueId" | "leaderId">;
type Written = Pick<Instruction, "text" | "quote" | "entryId"> & { drawing: unknown };

/** The same within a minute is a button pressed twice, or sent again after the line broke. */
function isSame(one: Instruction, other: Written): boolean {
  const isRecent = one.givenAt.getTime() > now().getTime() - 60_000;
  const of = ({ text, quote, entryId, drawing }: Written) => ({ text, quote, entryId, drawing });
  return isRecent && isDeepStrictEqual(of(one), of(other));
}

export const rewriteSchema = z.object({ id, version, ...written });

/** 重写: as long as nobody has taken it up, its leader may write it anew; one forwarded stands. */
export async function rewrite(actor: Actor, input: z.output<typeof rewriteSchema>): Promise<void> {
  const { id: instructionId, version: seen, ...given } = input;
  refuseNothing(given);
  await inTransaction(async (tx) => {
    const by = (leaderId: string) =>
      leaderId === actor.id
        ? { writtenById: null, writtenByName: "" }
        : { writtenById: actor.id, writtenByName: actor.name };
    const before = await untaken(tx, actor, instructionId);
    const change = { ...given, byHand: isDrawn(given.drawing), ...by(before.leaderId) };
    const instruction = await moveInstruction(tx, actor, "rewrite", { id: instructionId, version: seen }, change);
    const issue = await tx.issue.findFirst({
      where: { AND: [{ id: instruction.issueId }, readableIssues(actor)] },
      select: { content: true },
    });
    if (!issue) throw missing();
    aboutOf(asContent(issue.content), instruction.entryId, given.quote);
    const about = { subjectId: instructionId, issueId: instruction.issueId };
    await record(tx, actor, "rewrite", { ...about, inPlaceOf: principalOf(actor, before.leaderId) });
    await tellEditors(tx, instruction, `${instructionId} ${instruction.version}`);
  });
}

export const seenInstruction = z.object({ id, version });

/** The leader takes it back before anybody has taken it up. */
export async function withdrawInstruction(actor: Actor, seen: z.output<typeof seenInstruction>): Promise<void> {
  await inTransaction(async (tx) => {
    const { leaderId } = await untaken(tx, actor, seen.id);
    const { issueId } = await moveInstruction(tx, actor, "withdrawInstruction", seen);
    // What it led to is not there any more.
    await tx.notice.deleteMany({ where: { kind: "instructed", href: `/instructions/${seen.id}` } });
    const about = { subjectId: seen.id, issueId };
    await record(tx, actor, "withdrawInstruction", { ...about, inPlaceOf: principalOf(actor, leaderId) });
  });
}

/** One that was released to the office of the item has been read there: it stands like one that was forwarded. */
async function untaken(tx: Transaction, actor: Actor, id: string): Promise<{ leaderId: string }> {
  await tx.$queryRaw`SELECT id FROM "Instruction" WHERE id = ${id}::uuid FOR UPDATE`;
  const instruction = await tx.instruction.findUnique({ where: { id }, select: { leaderId: true, releasedAt: true } });
  if (!instruction) throw missing();
  if (instruction.releasedAt && mayInstructFor(actor, instruction.leaderId)) throw new Refusal("alreadyReleased");
  return instruction;
}

function principalOf(actor: Actor, leaderId: string): Principal | null {
  return principalsOf(actor).find((each) => each.id === leaderId) ?? null;
}

/**
 * The instructions on an issue that the person sees, those on its earlier editions too, each with the
 * place in this edition where it stands (null: the whole issue). An office sees its own forward alone; of
 * an edition that was recalled no sentence is shown but to the secretariat.
 */
export async function instructionsOn(actor: Actor, issueId: string, correctsId?: string | null) {
  // Of a first edition everything stands where it was written; that it is one the page may know already.
  const editions = correctsId === null ? [] : await editionsBefore(issueId);
  const ids = editions.length ? editions.map((each) => each.id) : [issueId];
  const where = { AND: [{ issueId: { in: ids } }, visibleInstructions(actor)] } satisfies Prisma.InstructionWhereInput;
  // On most issues there is none, and what belongs to them would be asked for all the same.
  if (!(await db.instruction.findFirst({ where, select: { id: true } }))) return [];
  const rows = await db.instruction.findMany({
    where,
    orderBy: { givenAt: "asc" },
    include: {
      issue: { select: { state: true } },
      forwards: {
        where: visibleForwards(actor),
        orderBy: { at: "asc" },
        select: {
          ...{ id: true, dueOn: true, answeredAt: true, words: true, at: true, officeId: true },
          office: { select: { shortName: true } },
          answers: {
            orderBy: { at: "asc" },
            select: {
              ...{ id: true, text: true, at: true, byName: true },
              files: { select: { id: true, name: true, size: true } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ issue, ...row }) => ({
    ...row,
    quote: issue.state === "recalled" && !isSecretariat(actor) ? "" : row.quote,
    drawing: row.drawing as Drawing,
    place: row.entryId && placeIn(editions, row.issueId, row.entryId),
  }));
}

function placeIn(editions: Awaited<ReturnType<typeof editionsBefore>>, issueId: string, entryId: string) {
  return editions.length ? (editions.find(({ id }) => id === issueId)?.placeOf.get(entryId) ?? null) : entryId;
}

export type InstructionHere = Awaited<ReturnType<typeof instructionsOn>>[number];

/** Every editor is told that something was written, or written anew: `key` tells the one from the other. */
async function tellEditors(tx: Transaction, { id, issueId, leaderName }: Instruction, key: string): Promise<void> {
  const values = { ...(await namedIssue(tx, issueId)), name: leaderName };
  await tellRole(tx, "editor", { kind: "instructed", key, href: `/instructions/${id}`, values });
}

function refuseNothing({ text, drawing }: { text: string; drawing: Drawing }): void {
  if (!text && !isDrawn(drawing)) throw new Refusal("nothingWritten", { field: "text" });
  // A phrase with the name still to be filled in.
  if (text.includes("××")) throw new Refusal("nameMissing", { field: "text" });
}

/** The entry in a list; empty for the whole issue. Refused: an entry or a sentence that does not stand there. */
function aboutOf(content: Content, entryId: string | null, quote: string): string {
  if (!entryId && !quote) return "";
  const entry = entriesIn(content).find((each) => each.id === entryId);
  if (!entry) throw missing();
  const flat = (text: string) => text.replace(/\s+/g, "");
  if (!flat(plainOf(entry)).includes(flat(quote))) throw new Refusal("notThere", { field: "quote" });
  return titleOf(entry, 30);
}
