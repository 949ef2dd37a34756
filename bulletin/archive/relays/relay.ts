import { z } from "zod";
import type { Prisma, Relay } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { type Day, fromColumn, today } from "@/lib/dates";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { itemsOf, withItems } from "../../sources";
import { anyDay, id, line, optionalDay, prose, version } from "../../text/fields";
import { asBlocks } from "../../text/model";
import { titleOf } from "../../text/plain";
import { changedMeanwhile } from "../../transition";
import { lockPoints } from "../points/keeping";
import { columnsOf, type RelayFields, refuseClosed } from "./relayDays";

const fields = {
  levelId: id,
  publication: line(40, { required: true }),
  on: anyDay,
  adoptedOn: optionalDay,
  instructedOn: optionalDay,
};

export const relaySchema = z.object({ entryId: id, ...fields });

/**
 * Enters by hand that a printed entry was sent upward (上报), and whether it was adopted there. By an editor.
 * Refused: an entry that is not out, a day ahead or before the entry's own, days turned round, and the
 * same item to the same publication of a level twice.
 */
export async function recordRelay(actor: Actor, { entryId, ...input }: z.output<typeof relaySchema>): Promise<string> {
  ask(has(actor, "editor"));
  return once(() =>
    inTransaction(async (tx) => {
      await lockPoints(tx);
      const entry = await printedFirst(tx, entryId);
      await refuseUnfit(tx, input, entry.date && fromColumn(entry.date));
      const items = itemsOf(entry);
      const itemIds = items.map((item) => item.id);
      await refuseTwice(tx, itemIds, input);
      const row = await tx.relay.create({
        data: {
          ...{ entryId: entry.id, itemIds, officeIds: [...new Set(items.map((item) => item.officeId))] },
          ...{ about: titleOf(entry, 60), recordedAt: now(), recordedByName: actor.name },
          ...columnsOf(input, null),
        },
      });
      await noted(tx, actor, "recordRelay", row, input);
      return row.id;
    }),
  );
}

export const changeRelaySchema = z.object({ id, version, ...fields });

/** Changes one. Refused besides: one that somebody else changed first, and what was closed with a period (结算). */
export async function changeRelay(actor: Actor, input: z.output<typeof changeRelaySchema>): Promise<void> {
  ask(has(actor, "editor"));
  await once(() =>
    inTransaction(async (tx) => {
      await lockPoints(tx);
      const before = await standing(tx, input.id);
      if (before.version !== input.version) throw await overtaken(tx, before.id);
      const entry = await tx.entry.findUniqueOrThrow({ where: { id: before.entryId } });
      await refuseUnfit(tx, input, entry.date && fromColumn(entry.date), before.levelId);
      await refuseTwice(tx, before.itemIds, input, before.id);
      await refuseClosed(tx, before, input);
      const row = await tx.relay.update({
        where: { id: before.id },
        data: { ...columnsOf(input, before), version: { increment: 1 } },
      });
      await noted(tx, actor, "changeRelay", row, input);
    }),
  );
}

export const withdrawRelaySchema = z.object({ id, version, reason: prose(200, { required: true }) });

/** Takes one back with the reason. It stays in the list; its points are taken back on this day. */
export async function withdrawRelay(actor: Actor, input: z.output<typeof withdrawRelaySchema>): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    await lockPoints(tx);
    const before = await standing(tx, input.id);
    if (before.version !== input.version) throw await overtaken(tx, before.id);
    const withdrawn = { withdrawnAt: now(), withdrawnByName: actor.name, withdrawReason: input.reason };
    await tx.relay.update({ where: { id: before.id }, data: { ...withdrawn, version: { increment: 1 } } });
    await record(tx, actor, "withdrawRelay", {
      ...{ itemId: before.itemIds[0], subjectId: before.id, detail: { words: input.reason } },
    });
  });
}

/** The index decides where two enter the same at once. */
async function once<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("relayTwice", { field: "publication" });
    throw error;
  }
}

/** The entry in its first edition, if it is out now. */
async function printedFirst(tx: Transaction, entryId: string) {
  const found = await tx.entry.findUnique({ where: { id: entryId }, include: around });
  if (!found || !["distributed", "corrected"].includes(found.issue.state)) throw missing();
  let first: Found = found;
  while (first.correctsId) {
    const before: Found | null = await tx.entry.findUnique({ where: { id: first.correctsId }, include: around });
    if (!before || before.issue.state === "recalled") break;
    first = before;
  }
  return { ...first, blocks: asBlocks(first.blocks) };
}

const around = {
  ...withItems({ id: true, officeId: true }),
  issue: { select: { state: true } },
} satisfies Prisma.EntryInclude;
type Found = Prisma.EntryGetPayload<{ include: typeof around }>;

async function standing(tx: Transaction, which: string): Promise<Relay> {
  const row = await tx.relay.findUnique({ where: { id: which } });
  if (!row) throw missing();
  if (row.withdrawnAt) throw new Refusal("alreadyDone");
  return row;
}

async function refuseUnfit(
  tx: Transaction,
  input: RelayFields,
  itemDay: Day | null,
  levelBefore?: string,
): Promise<void> {
  for (const field of ["on", "adoptedOn", "instructedOn"] as const) {
    const day = input[field];
    if (day && day > today()) throw new Refusal("dayAhead", { field });
    if (day && day < input.on) throw new Refusal("beforeRelay", { field });
  }
  if (itemDay && input.on < itemDay) throw new Refusal("beforeItem", { field: "on" });
  const level = await tx.relayLevel.findUnique({ where: { id: input.levelId } });
  if (!level || (level.retiredAt && level.id !== levelBefore)) throw new Refusal("noSuchLevel", { field: "levelId" });
}

/** The same item may stand in several entries. */
async function refuseTwice(tx: Transaction, itemIds: string[], { levelId, publication }: RelayFields, own?: string) {
  const same = { levelId, publication, withdrawnAt: null, itemIds: { hasSome: itemIds } };
  if (await tx.relay.count({ where: { ...same, id: own ? { not: own } : undefined } }))
    throw new Refusal("relayTwice", { field: "publication" });
}

async function noted(tx: Transaction, actor: Actor, act: string, row: Relay, input: RelayFields): Promise<void> {
  const { publication, on, adoptedOn } = input;
  const detail = { publication, on, adoptedOn: adoptedOn ?? "" };
  await record(tx, actor, act, { itemId: row.itemIds[0], entryId: row.entryId, subjectId: row.id, detail });
}

async function overtaken(tx: Transaction, subjectId: string): Promise<Refusal> {
  return changedMeanwhile(await tx.event.findFirst({ where: { subjectId, refused: false }, orderBy: { id: "desc" } }));
}
