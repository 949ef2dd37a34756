import { z } from "zod";
import type { Item } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { id, version } from "../text/fields";
import { lockItem, moveItem } from "../transition";
import { editIssue } from "./editing";
import { releaseItem } from "./release";

export const adoptSchema = z.object({ itemId: id, version, issueId: id, sectionId: id });

/**
 * Adopts an item into a section of an issue: the entry is a copy, the item stays its office's.
 * An item stands once in an issue, and may stand in issues of several publications.
 */
export async function adopt(actor: Actor, input: z.output<typeof adoptSchema>): Promise<string> {
  const { itemId, issueId, sectionId } = input;
  try {
    return await inTransaction((tx) =>
      editIssue(tx, actor, issueId, async () => {
        const section = await tx.issueSection.findFirst({ where: { id: sectionId, issueId } });
        if (!section) throw new Refusal("sectionGone");
        await lockItem(tx, itemId);
        const published = await tx.item.count({ where: { id: itemId, state: "published" } });
        const change = { handledAt: now(), ...(published && { state: "published" as const }) };
        const item = await moveItem(tx, actor, "adopt", { id: itemId, version: input.version }, change);
        const entry = await tx.entry.create({ data: await copyOf(tx, item, issueId, sectionId) });
        const detail = { section: section.title, number: item.submissions };
        await record(tx, actor, "adopt", { itemId, issueId, entryId: entry.id, detail });
        return entry.id;
      }),
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("alreadyAdopted");
    throw error;
  }
}

/** Takes an entry out again; its items go back to the desk, each unless another issue has it. */
export async function putBack(actor: Actor, entryId: string): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    const found = await tx.entry.findUnique({ where: { id: entryId }, select: { issueId: true } });
    if (!found) throw new Refusal("alreadyPutBack");
    await editIssue(tx, actor, found.issueId, async () => {
      const entry = await tx.entry.findUnique({ where: { id: entryId } });
      if (!entry) throw new Refusal("alreadyPutBack");
      const merged = await tx.entrySource.findMany({ where: { entryId }, orderBy: { order: "asc" } });
      await tx.entry.delete({ where: { id: entryId } });
      await record(tx, actor, "takeOut", {
        issueId: entry.issueId,
        entryId,
      });
      const items = [entry, ...merged].flatMap(({ itemId }) => itemId ?? []);
      for (const itemId of items) await releaseItem(tx, actor, itemId);
    });
  });
}

async function copyOf(tx: Transaction, item: Item, issueId: string, sectionId: string) {
  const last = await tx.entry.aggregate({ where: { sectionId }, _max: { order: true } });
  const { kind, headline, date, place, officialIds, imageIds } = item;
  return {
    issueId,
    sectionId,
    itemId: item.id,
    submission: item.submissions,
    kind,
    order: (last._max.order ?? 0) + 1,
    headline,
    date,
    place,
    officialIds,
    blocks: item.blocks ?? [],
    imageIds,
  };
}
