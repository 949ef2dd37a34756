import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
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
  await record(db, actor, "proofFailed", { subjectId: actor.id, refused: true, detail: { account: actor.account } });
  throw wrong;
}
