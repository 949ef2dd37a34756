import type { Actor } from "@/lib/actor";
import type { Transaction } from "@/lib/db";
import { record } from "../events";
import { madeOfOne } from "../sources";
import { lockItem, moveItem } from "../transition";

/** An item that stands in no living issue any more waits at the desk again. */
export async function releaseItem(tx: Transaction, actor: Actor, itemId: string): Promise<void> {
  await lockItem(tx, itemId);
  const elsewhere = await tx.entry.count({
    where: { ...(await madeOfOne(tx, itemId)), issue: { state: { not: "void" } } },
  });
  const { state } = await tx.item.findUniqueOrThrow({ where: { id: itemId } });
  if (elsewhere || (state !== "adopted" && state !== "merged")) return;
  const act = state === "adopted" ? "putBack" : "unmerge";
  await moveItem(tx, actor, act, { id: itemId, version: null }, { handledAt: null });
  await record(tx, actor, act, { itemId });
}
