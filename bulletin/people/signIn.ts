import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { within } from "@/lib/refused";
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
  const account = spelled(typed);
  const tries = await countTry(account);
  if (tries > attemptsAllowed) return { ok: false, left: 0, restMinutes };
  const found = await db.account.findUnique({ where: { account } });
  const right = await verifyPassword(found?.passwordHash ?? null, password.slice(0, 200));
  if (!right || !found || found.disabledAt) {
    await recordFailure(found, account);
    return { ok: false, left: attemptsAllowed - tries, restMinutes };
  }
  const { id: accountId, name } = found;
  return inTransaction(async (tx) => {
    const session = await tx.session.create({ data: { accountId, createdAt: now() } });
    await tx.signInAttempt.deleteMany({ where: { account } });
    await tx.event.create({ data: line("signIn", found) });
    return { ok: true, accountId, sessionId: session.id, name };
  });
}

/** What is left to try, for the sentence under the password. */
export async function attemptsLeft(typed: string): Promise<{ left: number; restMinutes: number }> {
  const attempt = await db.signInAttempt.findUnique({ where: { account: spelled(typed) } });
  return { left: attempt ? Math.max(0, attemptsAllowed - attempt.failures) : attemptsAllowed, restMinutes };
}

export async function endSession(sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId, endedAt: null }, select: { account: true } });
    if (!session) return;
    await tx.session.update({ where: { id: sessionId }, data: { endedAt: now() } });
    await tx.event.create({ data: line("signOut", session.account) });
  });
}

type Person = { id: string; name: string };

function line(act: string, { id, name }: Person, detail: Record<string, string | number> = {}) {
  return { at: now(), actorId: id, actorName: name, act, subjectId: id, detail };
}

/** What was typed is kept only where it names an account: people type passwords into the wrong field. */
async function recordFailure(found: Person | null, account: string): Promise<void> {
  const more = within(`sign-in ${found?.id ?? ""}`, found ? 20 : 100);
  if (more === null) return;
  const detail = { ...(found && { account }), ...(more && { more }) };
  const data = found ? line("signInFailed", found, detail) : { at: now(), act: "signInFailed", detail };
  await db.event.create({ data: { ...data, refused: true } });
}

/** Forgets sessions a month after they ended or began, and attempts that no longer count. */
export async function sweepSessions(): Promise<void> {
  const month = new Date(now().getTime() - 30 * 86_400_000);
  await db.session.deleteMany({ where: { OR: [{ endedAt: { lt: month } }, { createdAt: { lt: month } }] } });
  await db.signInAttempt.deleteMany({ where: { lastAt: { lt: new Date(now().getTime() - restMinutes * 60_000) } } });
}

/** An account as it is kept. PostgreSQL takes no NUL, and no account has one. */
function spelled(typed: string): string {
  return typed.trim().toLowerCase().replaceAll("\u0000", "").slice(0, 100);
}

/**
 * Counts a try before the password is looked at, in one statement: of many guesses at once no more
 * are looked at than one after the other. Once the account rests, further tries do not prolong it.
 */
async function countTry(account: string): Promise<number> {
  const restedSince = new Date(now().getTime() - restMinutes * 60_000);
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO "SignInAttempt" AS kept (account, failures, "lastAt") VALUES (${account}, 1, ${now()})
    ON CONFLICT (account) DO UPDATE SET
      failures = CASE WHEN kept."lastAt" < ${restedSince} THEN 1 ELSE kept.failures + 1 END,
      "lastAt" = CASE WHEN kept."lastAt" >= ${restedSince} AND kept.failures >= ${attemptsAllowed}
        THEN kept."lastAt" ELSE ${now()} END
    RETURNING failures`;
  return rows[0]?.failures ?? attemptsAllowed + 1;
}
