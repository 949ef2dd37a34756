import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { line } from "../text/fields";
import { isSpare, newRecoveryCodes, newSecret, removeSecondStep, stepOf, takeCode, totpOf } from "./codes";
import { holdAccount } from "./held";
import { verifyPassword } from "./password";
import { longestPassword } from "./passwordRules";
import { prove } from "./proof";

/**
 * The second step of signing in (动态口令): a code of six digits that the person's telephone shows for half a
 * minute (RFC 6238), or one of ten recovery codes. Nothing goes over a network for it.
 */

/** A new secret, which waits for a first code. */
export async function beginSecondStep(actor: Actor): Promise<void> {
  const secret = newSecret(actor.id);
  await inTransaction(async (tx) => {
    await refuseConfirmed(tx, actor.id);
    const data = { secret, createdAt: now(), confirmedAt: null, lastStep: 0 };
    await tx.secondStep.upsert({
      where: { accountId: actor.id },
      create: { accountId: actor.id, ...data },
      update: data,
    });
    await record(tx, actor, "beginSecondStep", { subjectId: actor.id });
  });
}

/** What the telephone takes in, as the text of a picture and to be typed. Shown only to the person, only until the first code: afterwards nobody reads it again. */
export async function waitingSecondStep(actor: Actor): Promise<{ uri: string; key: string } | null> {
  const row = await db.secondStep.findUnique({ where: { accountId: actor.id, confirmedAt: null } });
  const totp = row && totpOf(row, actor.account);
  return totp ? { uri: totp.toString(), key: totp.secret.base32.replace(/(.{4})(?=.)/g, "$1 ") } : null;
}

export const codeSchema = z.object({ code: line(40, { required: true }) });

/** For so long after signing in the password that was given at the door still tells who sits there. */
const justNow = 15 * 60_000;

/**
 * Whether the password is asked with the first code: it is, unless the second step is due before all work and the person
 * has only just signed in for it. Somebody whom the identity service let in may have no password; they come in anew.
 */
export async function asksPassword(actor: Actor, sessionId: string): Promise<boolean> {
  const createdAt = { gt: new Date(now().getTime() - justNow) };
  const due = { id: sessionId, accountId: actor.id, endedAt: null, stepDue: true, createdAt };
  return !(await db.session.count({ where: due }));
}

export const firstCodeSchema = z.object({
  code: line(40, { required: true }),
  password: z.string().max(longestPassword).default(""),
});

/**
 * With a first code, and the password, the second step holds: whoever finds an open screen does not bind it to their own
 * telephone. Other sessions end. Returns the recovery codes, which are shown this once.
 */
export async function confirmSecondStep(
  actor: Actor,
  { code, password }: z.output<typeof firstCodeSchema>,
  sessionId: string,
): Promise<string[]> {
  const row = await db.secondStep.findUnique({ where: { accountId: actor.id, confirmedAt: null } });
  if (!row) throw new Refusal("alreadyDone");
  if (await asksPassword(actor, sessionId)) {
    const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id: actor.id } });
    const wrong = new Refusal("passwordWrong", { field: "password" });
    await prove(actor, wrong, () => verifyPassword(passwordHash, password));
  }
  let step = 0;
  await prove(actor, new Refusal("codeWrong", { field: "code" }), async () => {
    step = stepOf(row, actor.account, code) ?? 0;
    return step > 0;
  });
  return inTransaction(async (tx) => {
    // Whoever is signing in with the password alone comes before, and is ended, or after, and is asked for the code.
    await holdAccount(tx, actor.id);
    const { count } = await tx.secondStep.updateMany({
      where: { accountId: actor.id, confirmedAt: null, secret: row.secret, lastStep: { lt: step } },
      data: { confirmedAt: now(), lastStep: step },
    });
    if (!count) throw new Refusal("alreadyDone");
    await tx.session.updateMany({
      where: { accountId: actor.id, id: { not: sessionId }, endedAt: null },
      data: { endedAt: now() },
    });
    await tx.session.updateMany({ where: { id: sessionId, accountId: actor.id }, data: { stepDue: false } });
    await record(tx, actor, "confirmSecondStep", { subjectId: actor.id });
    return newRecoveryCodes(tx, actor.id);
  });
}

/** The code of somebody who came in without one: by the office's identity service. */
export async function passSecondStep(
  actor: Actor,
  { code }: z.output<typeof codeSchema>,
  sessionId: string,
): Promise<void> {
  await prove(actor, new Refusal("codeWrong", { field: "code" }), () => takeCode(actor.id, code));
  await inTransaction(async (tx) => {
    await tx.session.updateMany({ where: { id: sessionId, accountId: actor.id }, data: { stepDue: false } });
    const detail = isSpare(code) ? { reason: "spareCode" } : {};
    await record(tx, actor, "passSecondStep", { subjectId: actor.id, detail });
  });
}

/** Ten new recovery codes; the earlier ones no longer open. */
export async function renewRecoveryCodes(actor: Actor, { code }: z.output<typeof codeSchema>): Promise<string[]> {
  await prove(actor, new Refusal("codeWrong", { field: "code" }), () => takeCode(actor.id, code));
  return inTransaction(async (tx) => {
    await record(tx, actor, "renewRecoveryCodes", { subjectId: actor.id });
    return newRecoveryCodes(tx, actor.id);
  });
}

export async function recoveryCodesLeft(actor: Actor): Promise<number> {
  return db.recoveryCode.count({ where: { accountId: actor.id, usedAt: null } });
}

/** The person gives it up with a last code; where the policy asks for one, they are asked anew at the next sign-in. */
export async function endSecondStep(actor: Actor, { code }: z.output<typeof codeSchema>): Promise<void> {
  await prove(actor, new Refusal("codeWrong", { field: "code" }), () => takeCode(actor.id, code));
  await inTransaction(async (tx) => {
    await removeSecondStep(tx, actor.id);
    await record(tx, actor, "endSecondStep", { subjectId: actor.id });
  });
}

/** The telephone is lost, and the recovery codes too: the security administrator takes the second step away. Sessions end. */
export async function resetSecondStep(actor: Actor, accountId: string): Promise<void> {
  ask(has(actor, "securityAdmin"));
  if (accountId === actor.id) throw new Refusal("notOneself");
  await inTransaction(async (tx) => {
    await holdAccount(tx, accountId);
    if (!(await removeSecondStep(tx, accountId))) throw missing();
    await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now() } });
    await record(tx, actor, "resetSecondStep", { subjectId: accountId });
  });
}

async function refuseConfirmed(tx: Transaction, accountId: string): Promise<void> {
  if (await tx.secondStep.count({ where: { accountId, confirmedAt: { not: null } } })) throw new Refusal("alreadyDone");
}
