import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { record } from "../events";

/** An item that stands in no living issue any more waits at the desk again. The caller holds the right. */
export async function releaseItem(tx: Transaction, actor: Actor, itemId: string): Promise<void> {
  const elsewhere = await tx.entry.count({ where: { itemId, issue: { state: { not: "void" } } } });
  if (elsewhere) return;
  const { count } = await tx.item.updateMany({
    where: { id: itemId, state: "adopted" },
    data: { state: "submitted", version: { increment: 1 }, updatedAt: now(), handledAt: null },
  });
  if (count) await record(tx, actor, "putBack", { itemId });
}
