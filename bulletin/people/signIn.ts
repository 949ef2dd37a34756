import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { within } from "@/lib/refused";
import { record } from "../events";
import { type AccountPolicy, accountPolicy, asksSecondStep, isTooOld } from "./accountPolicy";
import { countTry, countTryFrom, giveBackTry, giveBackTryFrom, spelled, sweepAttempts, triesLeft } from "./attempts";
import { hasSecondStep, isSpare, takeCode } from "./codes";
import { rolesIfSame } from "./held";
import { verifyPassword } from "./password";
import { longestPassword } from "./passwordRules";

export type SignIn =
  | { ok: true; accountId: string; sessionId: string; name: string }
  | { ok: false; left: number; restMinutes: number; codeWanted?: true };

/** Where somebody signs in from: the address as far as it is known, and the browser in two words. */
export type Whence = { address?: string; device?: string };

/**
 * Checks account, password and, where the account has a second step, its code; opens a session row. Failures
 * are counted by what was typed, whether or not there is such an account, and by address; the answer is the same.
 */
export async function signIn(typed: string, password: string, code = "", whence: Whence = {}): Promise<SignIn> {
  const { address = "" } = whence;
  const policy = await accountPolicy();
  const account = spelled(typed);
  const resting = { ok: false as const, left: 0, restMinutes: policy.restMinutes };
  if (address && (await countTryFrom(address, policy)) > policy.addressFailures) {
    await recordFailure(await db.account.findUnique({ where: { account } }), account, "signInAddressRests");
    return resting;
  }
  const tries = await countTry(account, policy);
  if (tries > policy.failures) {
    await recordFailure(await db.account.findUnique({ where: { account } }), account, "signInRests");
    return resting;
  }
  const found = await db.account.findUnique({ where: { account } });
  const right = await verifyPassword(found?.passwordHash ?? null, password.slice(0, longestPassword));
  const left = policy.failures - tries;
  if (!right || !found || found.disabledAt) {
    await recordFailure(found, account, "signInFailed");
    return { ...resting, left };
  }
  const hasStep = await hasSecondStep(found.id);
  if (hasStep) {
    if (!code.trim()) {
      await giveBackTry(account);
      if (address) await giveBackTryFrom(address);
      return { ...resting, left: left + 1, codeWanted: true };
    }
    if (!(await takeCode(found.id, code))) {
      await recordFailure(found, account, "secondStepFailed");
      return { ...resting, left, codeWanted: true };
    }
  }
  const passwordDue = found.passwordGiven || isTooOld(policy, found.passwordSetAt);
  const sessionId = await inTransaction(async (tx) => {
    const roles = await rolesIfSame(tx, found);
    if (!roles) return null;
    await tx.signInAttempt.deleteMany({ where: { account } });
    // One that was set up meanwhile has not been passed.
    const stepDue = (await hasSecondStep(found.id, tx)) ? !hasStep : asksSecondStep(policy, roles);
    return openSession(tx, found, { ...whence, passwordDue, stepDue, policy, bySpare: hasStep && isSpare(code) });
  });
  if (!sessionId) {
    await recordFailure(found, account, "signInFailed");
    return { ...resting, left };
  }
  if (address) await giveBackTryFrom(address);
  return { ok: true, accountId: found.id, sessionId, name: found.name };
}

type Person = { id: string; name: string };
type Opening = Whence & {
  policy: AccountPolicy;
  passwordDue: boolean;
  stepDue: boolean;
  by?: "oidc";
  /** With a recovery code: its owner should know that there is one less, and the auditor that it was no telephone. */
  bySpare?: boolean;
};

/** A session's row, whichever way its person came in, and its line in the record. */
export async function openSession(
  tx: Transaction,
  person: Person,
  { policy, by, bySpare, ...given }: Opening,
): Promise<string> {
  const { address = "", device = "", passwordDue, stepDue } = given;
  const { id } = await tx.session.create({
    data: {
      ...{ accountId: person.id, createdAt: now(), address, device, passwordDue, stepDue },
      endsAt: new Date(now().getTime() + policy.sessionHours * 3_600_000),
      idleMinutes: policy.idleMinutes,
    },
  });
  const detail = { ...(address && { address }), ...(by && { by }), ...(bySpare && { reason: "spareCode" }) };
  await record(tx, person, "signIn", { subjectId: person.id, detail });
  return id;
}

/**
 * What the sentence under the password says: after how many failures an account rests, for how long, and whether this
 * one does. How many there were is told to nobody: it begins anew when somebody signs in, so that a stranger could read
 * from it which accounts there are, and when their people come.
 */
export async function restOf(
  typed: string,
  address = "",
): Promise<{ failures: number; restMinutes: number; rests: boolean }> {
  const policy = await accountPolicy();
  const { failures, restMinutes } = policy;
  return { failures, restMinutes, rests: (await triesLeft(typed, address, policy)) === 0 };
}

export async function endSession(sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId, endedAt: null }, select: { account: true } });
    if (!session) return;
    await tx.session.update({ where: { id: sessionId }, data: { endedAt: now() } });
    await record(tx, session.account, "signOut", { subjectId: session.account.id });
  });
}

/** What was typed is kept only where it names an account: people type passwords into the wrong field. */
export async function recordFailure(
  found: Person | null,
  account: string,
  act: string,
  said: { by?: "oidc"; reason?: string } = {},
): Promise<void> {
  const more = within(`sign-in ${found?.id ?? ""}`, found ? 20 : 100);
  if (more === null) return;
  const detail = { ...said, ...(found && { account }), ...(more && { more }) };
  await record(db, found, act, { subjectId: found?.id, refused: true, detail });
}

/** Forgets sessions a month after they ended or began, and attempts that no longer count. */
export async function sweepSessions(): Promise<void> {
  const month = new Date(now().getTime() - 30 * 86_400_000);
  await db.session.deleteMany({ where: { OR: [{ endedAt: { lt: month } }, { createdAt: { lt: month } }] } });
  await sweepAttempts();
}
