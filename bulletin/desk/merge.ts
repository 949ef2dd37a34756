import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { id, version } from "../text/fields";
import { asBlocks, type Block, imagesOf } from "../text/model";
import { blocksSchema } from "../text/schema";
import { lockItem, moveItem } from "../transition";
import { editIssue } from "./editing";
import { releaseItem } from "./release";

export const mergeSchema = z.object({ itemId: id, version, entryId: id });

/**
 * Merges an item into an entry of an issue in work (合编): its words and photographs stand after those
 * that are there, for the editor to make one text of. The entry's own item stays its first. Refused: an
 * item that was handled or changed since it was seen, and what would be too long for one text.
 */
export async function merge(actor: Actor, input: z.output<typeof mergeSchema>): Promise<{ issueId: string }> {
  const { entryId, itemId } = input;
  return onEntry(actor, entryId, async (tx, entry) => {
    await lockItem(tx, itemId);
    const item = await moveItem(tx, actor, "merge", { id: itemId, version: input.version }, { handledAt: now() });
    const blocks = blocksSchema.safeParse([...entry.blocks, ...asBlocks(item.blocks)]);
    if (!blocks.success) throw new Refusal("mergedTooLong");
    const order = (entry.sources.at(-1)?.order ?? 0) + 1;
    await tx.entrySource.create({ data: { entryId, itemId, submission: item.submissions, order } });
    const officialIds = await inRank(tx, [...entry.officialIds, ...item.officialIds]);
    await rewrite(tx, actor, entry, { act: "merge", itemId, blocks: blocks.data, officialIds });
    const about = { issueId: entry.issueId, entryId, itemId };
    await record(tx, actor, "merge", { ...about, detail: { number: item.submissions } });
    return { issueId: entry.issueId };
  });
}

export const unmergeSchema = z.object({ entryId: id, itemId: id });

/**
 * Takes an item out of a merged entry (拆出); it goes back to the desk. Where it was the first, the next
 * one takes its place. Its words go with it as long as they stand as they were sent; `left` says that
 * they were edited and are still there.
 */
export async function unmerge(actor: Actor, input: z.output<typeof unmergeSchema>): Promise<{ left: boolean }> {
  const { entryId, itemId } = input;
  return onEntry(actor, entryId, async (tx, entry) => {
    const [next] = entry.sources;
    const source = [entry, ...entry.sources].find((each) => each.itemId === itemId);
    if (!next || !source) throw new Refusal("alreadyUnmerged");
    const sent = await tx.submission.findFirst({ where: { itemId, number: source.submission ?? 0 } });
    const rest = without(entry.blocks, asBlocks((sent?.content as { blocks?: unknown } | null)?.blocks ?? []));
    if (itemId === entry.itemId) await putFirst(tx, actor, entryId, next);
    else await tx.entrySource.delete({ where: { entryId_itemId: { entryId, itemId } } });
    await rewrite(tx, actor, entry, { act: "unmerge", itemId, blocks: rest ?? entry.blocks });
    await record(tx, actor, "splitEntry", { issueId: entry.issueId, entryId });
    await releaseItem(tx, actor, itemId);
    return { left: rest === null };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof entryOf>>>;

/** Any change to the items of an entry: the door of its issue, then the entry as it is behind it. */
async function onEntry<T>(
  actor: Actor,
  entryId: string,
  change: (tx: Transaction, entry: Found) => Promise<T>,
): Promise<T> {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    const found = await tx.entry.findUnique({ where: { id: entryId }, select: { issueId: true } });
    if (!found) throw new Refusal("alreadyPutBack");
    return editIssue(tx, actor, found.issueId, async () => {
      const entry = await entryOf(tx, entryId);
      if (!entry) throw new Refusal("alreadyPutBack");
      return change(tx, entry);
    });
  });
}

async function entryOf(tx: Transaction, entryId: string) {
  const entry = await tx.entry.findUnique({
    where: { id: entryId },
    include: { sources: { orderBy: { order: "asc" } } },
  });
  return entry && { ...entry, blocks: asBlocks(entry.blocks) };
}

async function putFirst(
  tx: Transaction,
  actor: Actor,
  entryId: string,
  { itemId, submission }: Found["sources"][number],
): Promise<void> {
  await tx.entry.update({ where: { id: entryId }, data: { itemId, submission } });
  await tx.entrySource.delete({ where: { entryId_itemId: { entryId, itemId } } });
  await lockItem(tx, itemId);
  // In a new edition of what is out they are published, and stay so.
  const { state } = await tx.item.findUniqueOrThrow({ where: { id: itemId } });
  if (state !== "merged") return;
  await moveItem(tx, actor, "unmerge", { id: itemId, version: null }, { state: "adopted" });
  await record(tx, actor, "adopt", { itemId, entryId });
}

type Change = { act: "merge" | "unmerge"; itemId: string; blocks: Block[]; officialIds?: string[] };

/** The entry's next version, and why it is one: whoever writes at it meanwhile is told. */
async function rewrite(tx: Transaction, actor: Actor, entry: Found, { act, itemId, ...text }: Change): Promise<void> {
  const { office } = await tx.item.findUniqueOrThrow({
    where: { id: itemId },
    select: { office: { select: { shortName: true } } },
  });
  const next = entry.version + 1;
  await tx.entry.update({ where: { id: entry.id }, data: { ...text, imageIds: imagesOf(text.blocks), version: next } });
  const by = { at: now(), byId: actor.id, byName: actor.name, act, office: office.shortName };
  const { id: entryId, headline } = entry;
  await tx.entryRevision.create({ data: { entryId, version: next, headline, blocks: text.blocks, ...by } });
}

/** A text without a run of blocks that stands in it just so; null where it does not, or nothing would be left. */
export function without(blocks: Block[], part: Block[]): Block[] | null {
  const keys = (of: Block[]) => of.map((block) => JSON.stringify(block));
  const [all, wanted] = [keys(blocks), keys(part)];
  const at = all.findIndex((_, start) => wanted.every((block, index) => all[start + index] === block));
  return !part.length || at < 0 || part.length === blocks.length ? null : blocks.toSpliced(at, part.length);
}

async function inRank(tx: Transaction, ids: string[]): Promise<string[]> {
  const order = [{ rank: "asc" as const }, { id: "asc" as const }];
  const officials = await tx.official.findMany({ where: { id: { in: ids } }, orderBy: order, select: { id: true } });
  return officials.map((each) => each.id);
}
