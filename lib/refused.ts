import type { Actor } from "./actor";
import { now } from "./clock";
import { db } from "./db";
import type { Refusal } from "./refusal";

/**
 * A line in the record for an act that was refused for want of a right. It stands outside the act's
 * own transaction, which has been rolled back by then.
 */
export async function recordRefusal(
  actor: Actor,
  refusal: Refusal,
  detail: Record<string, string> = {},
): Promise<void> {
  await db.event.create({
    data: {
      at: now(),
      actorId: actor.id,
      actorName: actor.name,
      act: "refused",
      refused: true,
      detail: { reason: refusal.key, ...refusal.values, ...detail },
    },
  });
}
