import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { type AccountPolicy, accountPolicy, longestHistory } from "./accountPolicy";
import { endLinks } from "./endLinks";
import {
  hashPassword,
  newPasswordFields,
  nobodysPassword,
  passwordField,
  refuseDiffering,
  verifyPassword,
} from "./password";
import { refuseWeak } from "./passwordRules";
import { prove } from "./proof";

export const ownPasswordSchema = z
  .object({ current: passwordField, ...newPasswordFields })
  .superRefine(refuseDiffering);

/** The person changes their own password and names the present one. Their other sessions end; this one goes on. */
export async function changePassword(
  actor: Actor,
  { current, password }: z.output<typeof ownPasswordSchema>,
  sessionId: string,
): Promise<void> {
  const account = await db.account.findUniqueOrThrow({ where: { id: actor.id } });
  const wrong = new Refusal("passwordWrong", { field: "current" });
  await prove(actor, wrong, () => verifyPassword(account.passwordHash, current));
  await refuseUnfit(await accountPolicy(), account, password);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await keepPassword(tx, account, passwordHash);
    await tx.session.updateMany({
      where: { accountId: actor.id, id: { not: sessionId }, endedAt: null },
      data: { endedAt: now() },
    });
    await tx.session.updateMany({ where: { id: sessionId, accountId: actor.id }, data: { passwordDue: false } });
    await record(tx, actor, "changePassword", { subjectId: actor.id });
  });
}

type Holder = { id: string; account: string; passwordHash: string };

const day = 86_400_000;
/** So many changes within the days that are looked back to are more than anybody makes in earnest; each is looked at. */
const mostLately = 50;

/**
 * Refuses what the rules do not take, and what the person has had: as one of the last so many, or within as many days.
 * By times alone a few changes in a row would bring the old password back; a least age would hold up whoever has just
 * told theirs to somebody by mistake.
 */
export async function refuseUnfit(policy: AccountPolicy, holder: Holder, password: string): Promise<void> {
  refuseWeak(policy, password, holder.account);
  const { history: count } = policy;
  const since = new Date(now().getTime() - count * day);
  const former = await db.formerPassword.findMany({
    where: { accountId: holder.id },
    orderBy: { endedAt: "desc" },
    select: { passwordHash: true, endedAt: true },
  });
  const lately = former.filter((each, at) => at < count - 1 || each.endedAt > since);
  if (lately.length > mostLately) throw new Refusal("passwordTooOften", { field: "password", values: { count } });
  for (const { passwordHash } of [holder, ...lately])
    if (passwordHash && (await verifyPassword(passwordHash, password)))
      throw new Refusal("passwordHadBefore", { field: "password", values: { count } });
}

/**
 * The password that its person chose. The former one is kept; links that were made before no longer open.
 * Of two changes at once the second finds another password than it was made from.
 */
export async function keepPassword(tx: Transaction, holder: Holder, passwordHash: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id: holder.id, passwordHash: holder.passwordHash },
    data: { passwordHash, passwordSetAt: now(), passwordGiven: false },
  });
  if (!count) throw new Refusal("alreadyDone");
  await endLinks(tx, holder.id);
  await keepFormer(tx, holder);
}

/** A password that is no longer one, as a hash, for as long as any policy looks back. What was nobody's is not kept. */
export async function keepFormer(
  tx: Transaction,
  { id: accountId, passwordHash }: Omit<Holder, "account">,
): Promise<void> {
  if (!passwordHash || passwordHash === nobodysPassword) return;
  await tx.formerPassword.create({ data: { accountId, passwordHash, endedAt: now() } });
  const old = await tx.formerPassword.findMany({
    where: { accountId },
    orderBy: { endedAt: "desc" },
    skip: longestHistory,
    select: { id: true },
  });
  const endedAt = { lt: new Date(now().getTime() - longestHistory * day) };
  await tx.formerPassword.deleteMany({ where: { id: { in: old.map(({ id }) => id) }, endedAt } });
}
