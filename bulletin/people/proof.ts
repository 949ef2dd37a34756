import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { accountPolicy } from "./accountPolicy";
import { countTry, giveBackTry } from "./attempts";

/**
 * Somebody who is signed in shows once more who they are, by password or code. Counted like a sign-in: whoever
 * finds an open screen guesses no more often than at the door.
 */
export async function prove(actor: Actor, wrong: Refusal, isRight: () => Promise<boolean>): Promise<void> {
  const policy = await accountPolicy();
  if ((await countTry(actor.account, policy)) > policy.failures)
    throw new Refusal("accountRests", { field: wrong.field, values: { minutes: policy.restMinutes } });
  if (await isRight()) return giveBackTry(actor.account);
  const { id, name, account } = actor;
  await db.event.create({
    data: {
      ...{ at: now(), actorId: id, actorName: name, act: "proofFailed", subjectId: id },
      ...{ refused: true, detail: { account } },
    },
  });
  throw wrong;
}
