import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../events";
import { ask, has, visibleItems } from "../policy";
import { tellOfItem } from "../post/tell";
import { id, prose, version } from "../text/fields";
import { moveItem } from "../transition";
import { declineReasons } from "./declineReasons";

export const returnSchema = z.object({ id, version, words: prose(300, { required: true }) });

/** Gives an item back to its office with the editor's words, name and telephone. */
export async function returnItem(actor: Actor, { words, ...seen }: z.output<typeof returnSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const item = await moveItem(tx, actor, "return", seen, { handledAt: now() });
    await record(tx, actor, "return", { itemId: seen.id, detail: { words, phone: actor.phone } });
    await tellOfItem(tx, item, "returned", { words });
  });
}

export const declineSchema = z.object({ id, version, reason: z.enum(declineReasons), words: prose(200) });

/** Declines an item with a structured reason and, if wished, a sentence. */
export async function decline(actor: Actor, { reason, words, ...seen }: z.output<typeof declineSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const item = await moveItem(tx, actor, "decline", seen, { handledAt: now() });
    await record(tx, actor, "decline", { itemId: seen.id, detail: { reason, words, phone: actor.phone } });
    await tellOfItem(tx, item, "declined");
  });
}

export const flagSchema = z.object({ id, flag: z.enum(["priority", "needsCheck"]), on: z.boolean() });

/** Marks an item 优先 or 需核实 for the desk; its office does not see it. */
export async function flag(actor: Actor, { id: itemId, flag: name, on }: z.output<typeof flagSchema>): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    const where = { AND: [{ id: itemId }, visibleItems(actor)] };
    const { count } = await tx.item.updateMany({ where, data: { [name]: on } });
    if (!count) throw missing();
    await record(tx, actor, on ? "flag" : "unflag", { itemId, detail: { flag: name } });
  });
}

/** Opening an item at the desk marks its present text as read by this editor. */
export async function markRead(actor: Actor, itemId: string): Promise<void> {
  ask(has(actor, "editor"));
  const item = await db.item.findFirst({
    where: { AND: [{ id: itemId }, visibleItems(actor)] },
    select: { submissions: true },
  });
  if (!item) throw missing();
  const key = { itemId, accountId: actor.id };
  const data = { number: item.submissions };
  await db.itemRead.upsert({ where: { itemId_accountId: key }, create: { ...key, ...data }, update: data });
}
