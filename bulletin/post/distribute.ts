import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { record } from "../events";
import { moveIssue, moveItem } from "../transition";
import { asLists, recipientsOf } from "./lists";

/**
 * Sends a signed issue to the readers behind its lists and marks its items published, in one
 * transaction: either everybody has it or nobody. A unique index keeps it to one delivery a reader.
 */
export async function distribute(actor: Actor, seen: { id: string; version: number }): Promise<{ readers: number }> {
  return inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "distribute", seen, { distributedAt: now() });
    const recipients = await recipientsOf(tx, asLists(issue.lists));
    await tx.delivery.createMany({
      data: recipients.map(({ accountId, labels }) => ({ issueId: issue.id, accountId, labels, deliveredAt: now() })),
      skipDuplicates: true,
    });
    await publishItems(tx, actor, issue.id, issue.number);
    await record(tx, actor, "distribute", { issueId: issue.id, detail: { readers: recipients.length } });
    return { readers: recipients.length };
  });
}

/** Once published an item stays so; one that an earlier issue carried is only told of this one as well. */
async function publishItems(tx: Transaction, actor: Actor, issueId: string, number: number | null): Promise<void> {
  const entries = await tx.entry.findMany({
    where: { issueId, itemId: { not: null } },
    select: { id: true, item: { select: { id: true, state: true } } },
  });
  for (const { item, id: entryId } of entries) {
    if (!item) continue;
    if (item.state === "adopted") await moveItem(tx, actor, "publish", { id: item.id, version: null });
    await record(tx, actor, "publish", { itemId: item.id, entryId, detail: { issueId, number } });
  }
}
