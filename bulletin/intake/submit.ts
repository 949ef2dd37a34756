import type { Item } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { visibleItems } from "../policy";
import { settleItem, tellOfItem } from "../post/tell";
import { asBlocks } from "../text/model";
import { plainOf } from "../text/plain";
import { moveItem } from "../transition";
import { sentOf } from "./sent";
import { unfinished } from "./unfinished";

type Seen = { id: string; version: number };

/** Sends an item on its way: to the office's own lead where the office has sign-off, else to the desk. */
export async function submit(actor: Actor, seen: Seen): Promise<Item> {
  return inTransaction(async (tx) => {
    const item = await tx.item.findFirst({
      where: { AND: [{ id: seen.id }, visibleItems(actor)] },
      include: { office: true },
    });
    if (!item) throw missing();
    const signOff = item.office.signOff;
    const change = signOff ? { state: "awaitingOfficeSignOff" as const } : arrival(item);
    const moved = await moveItem(tx, actor, "submit", seen, change);
    refuseUnfinished(moved);
    if (!signOff) await keepSubmission(tx, actor, moved);
    await record(tx, actor, signOff ? "submitForSignOff" : "submit", {
      itemId: seen.id,
      detail: { number: moved.submissions },
    });
    await settleItem(tx, moved, "returned");
    if (signOff) await tellOfItem(tx, moved, "forOfficeSignOff", { to: ["officeLead"], but: [actor.id] });
    return moved;
  });
}

/** The office's lead lets it go (审签). */
export async function officeSignOff(actor: Actor, seen: Seen): Promise<void> {
  await inTransaction(async (tx) => {
    const item = await tx.item.findFirst({ where: { AND: [{ id: seen.id }, visibleItems(actor)] } });
    if (!item) throw missing();
    const moved = await moveItem(tx, actor, "officeSignOff", seen, arrival(item));
    await keepSubmission(tx, actor, moved);
    await record(tx, actor, "officeSignOff", { itemId: seen.id });
    await settleItem(tx, moved, "forOfficeSignOff");
  });
}

/** The office's lead gives it back to the writer with words. */
export async function officeReturn(actor: Actor, seen: Seen & { words: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const item = await moveItem(tx, actor, "officeReturn", seen);
    await record(tx, actor, "officeReturn", {
      itemId: seen.id,
      detail: { words: seen.words, by: actor.name, phone: actor.phone },
    });
    await settleItem(tx, item, "forOfficeSignOff");
    await tellOfItem(tx, item, "returned", { words: seen.words, to: ["contributor"], but: [actor.id] });
  });
}

/** Takes an item back that nobody has adopted yet; it can be written and sent again. */
export async function withdraw(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const item = await moveItem(tx, actor, "withdraw", { id, version: null });
    await record(tx, actor, "withdraw", { itemId: id });
    await settleItem(tx, item, "forOfficeSignOff");
  });
}

function arrival(item: Item) {
  return { submittedAt: now(), handledAt: null, submissions: item.submissions + 1 };
}

/** The text as it reached the desk stays, whatever is written later. */
async function keepSubmission(tx: Transaction, actor: Actor, item: Item): Promise<void> {
  const { id: itemId, submissions: number, imageIds } = item;
  const content = sentOf(item);
  await tx.submission.create({ data: { itemId, number, at: now(), byId: actor.id, content, imageIds } });
  await tx.item.update({ where: { id: itemId }, data: { plain: plainOf(content) } });
}

function refuseUnfinished(item: Item): void {
  const [first] = unfinished({ ...item, blocks: asBlocks(item.blocks) });
  if (first) throw new Refusal(first.key, { field: first.field });
}
