import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { type AccountPolicy, accountPolicy } from "./accountPolicy";
import { endLinks } from "./endLinks";
import { hashPassword, newPasswordFields, passwordField, refuseDiffering, verifyPassword } from "./password";
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

/** Refuses what the rules do not take, and what the person has had lately. */
export async function refuseUnfit(policy: AccountPolicy, holder: Holder, password: string): Promise<void> {
  refuseWeak(policy, password, holder.account);
  const former = await db.formerPassword.findMany({
    where: { accountId: holder.id },
    orderBy: { endedAt: "desc" },
    take: policy.history - 1,
    select: { passwordHash: true },
  });
  for (const { passwordHash } of [holder, ...former])
    if (passwordHash && (await verifyPassword(passwordHash, password)))
      throw new Refusal("passwordHadBefore", { field: "password", values: { count: policy.history } });
}

/**
 * The password that its person chose. The former one is kept as a hash, for as long as any policy looks back; links
 * that were made before no longer open.
 * Of two changes at once the second finds another password than it was made from.
 */
export async function keepPassword(tx: Transaction, { id, passwordHash: former }: Holder, passwordHash: string) {
  const { count } = await tx.account.updateMany({
    where: { id, passwordHash: former },
    data: { passwordHash, passwordSetAt: now(), passwordGiven: false },
  });
  if (!count) throw new Refusal("alreadyDone");
  await endLinks(tx, id);
  if (former) await tx.formerPassword.create({ data: { accountId: id, passwordHash: former, endedAt: now() } });
  const old = await tx.formerPassword.findMany({
    where: { accountId: id },
    orderBy: { endedAt: "desc" },
    skip: 24,
    select: { id: true },
  });
  await tx.formerPassword.deleteMany({ where: { id: { in: old.map((each) => each.id) } } });
}
