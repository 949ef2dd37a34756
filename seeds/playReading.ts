import { acknowledge, open } from "@/bulletin/post/receipts";
import { dayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Stage } from "./stage";

/** Readers have read what is older than the last few days; the latest lies unread before the leaders. */
export async function readSome(stage: Stage): Promise<void> {
  for (const account of ["leader", "leader2", "signer", "yunling-reader", "linjiang-reader"]) {
    const actor = stage.actor(account);
    const deliveries = await db.delivery.findMany({ where: { accountId: actor.id }, orderBy: { deliveredAt: "desc" } });
    for (const { issueId, deliveredAt } of deliveries.slice(3)) {
      stage.at(dayOf(deliveredAt), "16:30");
      await open(actor, issueId);
      await acknowledge(actor, issueId);
    }
  }
}
