import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { verifyPassword } from "./password";

/** After so many failures in a row an account rests for a while, as 等保 level 3 asks. */
export const attemptsAllowed = 5;
const restMinutes = 15;

export type SignIn =
  | { ok: true; accountId: string; sessionId: string; name: string }
  | { ok: false; left: number; restMinutes: number };

/**
 * Checks account and password and opens a session row. Failures are counted by what was typed,
 * whether or not there is such an account, and the answer is the same.
 */
export async function signIn(typed: string, password: string): Promise<SignIn> {
  const account = typed.trim().toLowerCase().slice(0, 100);
  if (await isResting(account)) return { ok: false, left: 0, restMinutes };
  const found = await db.account.findUnique({ where: { account } });
  const right = await verifyPassword(found?.passwordHash ?? null, password.slice(0, 200));
  if (!right || !found || found.disabledAt) {
    return { ok: false, left: Math.max(0, attemptsAllowed - (await countFailure(account))), restMinutes };
  }
  const session = await db.session.create({ data: { accountId: found.id, createdAt: now() } });
  await db.signInAttempt.deleteMany({ where: { account } });
  await db.event.create({
    data: { at: now(), actorId: found.id, actorName: found.name, act: "signIn", subjectId: found.id, detail: {} },
  });
  return { ok: true, accountId: found.id, sessionId: session.id, name: found.name };
}

/** What is left to try, for the sentence under the password. */
export async function attemptsLeft(typed: string): Promise<{ left: number; restMinutes: number }> {
  const attempt = await db.signInAttempt.findUnique({ where: { account: typed.trim().toLowerCase().slice(0, 100) } });
  return { left: attempt ? Math.max(0, attemptsAllowed - attempt.failures) : attemptsAllowed, restMinutes };
}

export async function endSession(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now() } });
}

/** Forgets sessions a month after they ended or began, and attempts that no longer count. */
export async function sweepSessions(): Promise<void> {
  const month = new Date(now().getTime() - 30 * 86_400_000);
  await db.session.deleteMany({ where: { OR: [{ endedAt: { lt: month } }, { createdAt: { lt: month } }] } });
  await db.signInAttempt.deleteMany({ where: { lastAt: { lt: new Date(now().getTime() - restMinutes * 60_000) } } });
}

async function isResting(account: string): Promise<boolean> {
  const attempt = await db.signInAttempt.findUnique({ where: { account } });
  if (!attempt) return false;
  const over = attempt.lastAt.getTime() + restMinutes * 60_000 < now().getTime();
  if (over) await db.signInAttempt.deleteMany({ where: { account, lastAt: attempt.lastAt } });
  return !over && attempt.failures >= attemptsAllowed;
}

async function countFailure(account: string): Promise<number> {
  const { failures } = await db.signInAttempt.upsert({
    where: { account },
    create: { account, failures: 1, lastAt: now() },
    update: { failures: { increment: 1 }, lastAt: now() },
  });
  return failures;
}
