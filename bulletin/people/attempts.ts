import { isIPv6 } from "node:net";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { AccountPolicy } from "./accountPolicy";

/**
 * Tries to sign in, counted in PostgreSQL by what was typed and by the address that it came from, so that
 * all web processes count together. Each is counted before anything is looked at, in one statement: of many guesses at
 * once no more are looked at than one after the other. What came to nothing wrong is given back.
 */

/** An account as it is kept. PostgreSQL takes no NUL, and no account has one. */
export function spelled(typed: string): string {
  return typed.trim().toLowerCase().replaceAll("\u0000", "").slice(0, 100);
}

/**
 * What an address is counted as: one of IPv6 with all others of its network (/64), of which whoever has one has all.
 * Those in which an IPv4 address is embedded, and this machine's own, stand for themselves.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").toLowerCase().split("::");
  const groups = (part = "") => part.split(":").filter(Boolean);
  // Dotted, the last four bytes are two groups.
  const count = [...groups(head), ...groups(tail)].reduce((sum, each) => sum + (each.includes(".") ? 2 : 1), 0);
  const all = [...groups(head), ...Array(tail === undefined ? 0 : 8 - count).fill("0"), ...groups(tail)];
  const prefix = all.slice(0, 4).map((each) => Number.parseInt(each, 16).toString(16));
  return ["0:0:0:0", "64:ff9b:0:0"].includes(prefix.join(":")) ? address : `${prefix.join(":")}::/64`;
}

/** How many failures there are now, this try among them. Once the account rests, further tries do not prolong it. */
export async function countTry(account: string, { failures, restMinutes }: AccountPolicy): Promise<number> {
  const restedSince = minutesAgo(restMinutes);
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO "SignInAttempt" AS kept (account, failures, "lastAt") VALUES (${account}, 1, ${now()})
    ON CONFLICT (account) DO UPDATE SET
      failures = CASE WHEN kept."lastAt" < ${restedSince} THEN 1 ELSE kept.failures + 1 END,
      "lastAt" = CASE WHEN kept."lastAt" >= ${restedSince} AND kept.failures >= ${failures}
        THEN kept."lastAt" ELSE ${now()} END
    RETURNING failures`;
  return rows[0]?.failures ?? failures + 1;
}

/** The same for an address, within a span that begins with its first failure: an office behind one address goes on. */
export async function countTryFrom(address: string, { addressFailures, restMinutes }: AccountPolicy): Promise<number> {
  const spanSince = minutesAgo(restMinutes);
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO "AddressAttempt" AS kept (address, failures, since) VALUES (${networkOf(address)}, 1, ${now()})
    ON CONFLICT (address) DO UPDATE SET
      failures = CASE WHEN kept.since < ${spanSince} THEN 1 ELSE kept.failures + 1 END,
      since = CASE WHEN kept.since < ${spanSince} THEN ${now()} ELSE kept.since END
    RETURNING failures`;
  return rows[0]?.failures ?? addressFailures + 1;
}

/** The password was right and only the code is still to come: no failure of the account. */
export async function giveBackTry(account: string): Promise<void> {
  await db.$executeRaw`UPDATE "SignInAttempt" SET failures = failures - 1 WHERE account = ${account} AND failures > 0`;
}

/** Whoever gets in has not guessed. The failures of others at the address stay. */
export async function giveBackTryFrom(address: string): Promise<void> {
  await db.$executeRaw`UPDATE "AddressAttempt" SET failures = failures - 1 WHERE address = ${networkOf(address)} AND failures > 0`;
}

/** What is left to try, for the sentence under the password. */
export async function triesLeft(typed: string, address: string, policy: AccountPolicy): Promise<number> {
  const attempt = await db.signInAttempt.findUnique({ where: { account: spelled(typed) } });
  const from = address ? await db.addressAttempt.findUnique({ where: { address: networkOf(address) } }) : null;
  const since = minutesAgo(policy.restMinutes);
  if (from && from.since >= since && from.failures >= policy.addressFailures) return 0;
  if (!attempt || attempt.lastAt < since) return policy.failures;
  return Math.max(0, policy.failures - attempt.failures);
}

/** Forgets what no longer counts, under any policy. */
export async function sweepAttempts(): Promise<void> {
  const day = minutesAgo(1_440);
  await db.signInAttempt.deleteMany({ where: { lastAt: { lt: day } } });
  await db.addressAttempt.deleteMany({ where: { since: { lt: day } } });
}

function minutesAgo(minutes: number): Date {
  return new Date(now().getTime() - minutes * 60_000);
}
