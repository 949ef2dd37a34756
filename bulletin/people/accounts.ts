import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, inTurn, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { administrators, ask, has } from "../policy";
import { refuseChanged, type Seen, stamp } from "../seen";
import { emailField, id, line, optionalId } from "../text/fields";
import { accountName } from "./accountName";
import { accountPolicy } from "./accountPolicy";
import { changesOf } from "./changes";
import { endLinks } from "./endLinks";
import { type Given, handOver } from "./handOver";
import { holdAccount } from "./held";
import { newLink } from "./links";
import { keepFormer } from "./ownPassword";
import { hashPassword, nobodysPassword } from "./password";
import { longestPassword, refuseWeak } from "./passwordRules";
import { lockAdministrators, refuseLastOfRole } from "./roles";

export const accountSchema = z.object({
  account: accountName,
  name: line(20, { required: true }),
  officeId: id,
  officialId: optionalId,
  phone: line(30),
  email: emailField,
  /** Left empty: the person sets their own, with the link of an invitation. */
  password: z.string().max(longestPassword).default(""),
});

/**
 * Makes an account without any role: roles are granted by the security administrator. Its first password is
 * set by its person: with the link of an invitation, or in place of the one that was handed over.
 */
export async function openAccount(
  actor: Actor,
  { password, ...input }: z.output<typeof accountSchema>,
): Promise<{ id: string } & Partial<Given>> {
  ask(has(actor, "systemAdmin"));
  if (password) refuseWeak(await accountPolicy(), password, input.account);
  const passwordHash = password ? await hashPassword(password) : nobodysPassword;
  const set = { passwordHash, passwordSetAt: now(), passwordGiven: true, createdAt: now() };
  try {
    const { holder, link } = await inTransaction(async (tx) => {
      await refuseUnknown(tx, input);
      const account = await tx.account.create({ data: { ...input, ...set }, include: behind });
      const { office, official } = fieldsOf(account);
      await record(tx, actor, "openAccount", {
        subjectId: account.id,
        detail: { account: account.account, name: account.name, ...changesOf(null, { office, official }) },
      });
      return { holder: account, link: password ? null : await newLink(tx, account.id, "invitation", actor.id) };
    });
    return { id: holder.id, ...(link && (await handOver("invitation", link, holder))) };
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refusal("accountTaken", { field: "account", values: { account: input.account } });
    throw error;
  }
}

const accountChangeSchema = z.object({
  id,
  name: line(20, { required: true }),
  officeId: id,
  officialId: optionalId,
  phone: line(30),
  email: emailField,
});

const behind = { office: { select: { name: true } }, official: { select: { name: true } } } as const;

type Behind = {
  name: string;
  phone: string;
  email: string;
  office: { name: string };
  official: { name: string } | null;
};

function fieldsOf({ name, phone, email, office, official }: Behind) {
  return { person: name, office: office.name, official: official?.name ?? null, phone, email };
}

export const accountChangeForm = accountChangeSchema.extend({ seen: stamp });

type Changed = Omit<z.output<typeof accountChangeSchema>, "id">;

/** What its form shows of an account. */
export function accountShown({ name, officeId, officialId, phone, email }: Changed): Changed {
  return { name, officeId, officialId, phone, email };
}

/**
 * Changes name, office, telephone, mailbox or the official behind an account; what it has written stays where it was.
 * What was before and is after stands in the record. Refused: somebody else has changed one of these since they were seen.
 */
export async function changeAccount(
  actor: Actor,
  { seen, ...input }: z.output<typeof accountChangeSchema> & Seen,
): Promise<void> {
  ask(has(actor, "systemAdmin"));
  const { id: accountId, ...change } = input;
  await inTransaction(async (tx) => {
    // Of two changes at once each tells what it really found.
    await inTurn(tx, accountId);
    const before = await tx.account.findUnique({ where: { id: accountId }, include: behind });
    if (!before) throw missing();
    await refuseChanged(tx, seen, accountShown(before), { subjectId: accountId, act: "changeAccount" });
    await refuseUnknown(tx, change, accountId);
    const after = await tx.account.update({ where: { id: accountId }, data: change, include: behind });
    const changed = changesOf(fieldsOf(before), fieldsOf(after));
    await record(tx, actor, "changeAccount", { subjectId: accountId, detail: { name: change.name, ...changed } });
  });
}

/** Held against somebody who closes it meanwhile (offices.ts), who waits and counts the account. */
async function isOpen(tx: Transaction, officeId: string): Promise<boolean> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Office" WHERE id = ${officeId}::uuid AND "closedAt" IS NULL FOR SHARE`;
  return open.length > 0;
}

type Belongs = { officeId: string; officialId: string | null };

async function refuseUnknown(tx: Transaction, { officeId, officialId }: Belongs, accountId?: string): Promise<void> {
  if (!(await isOpen(tx, officeId))) throw new Refusal("unknownOffice", { field: "officeId" });
  if (!officialId) return;
  if (!(await tx.official.findUnique({ where: { id: officialId } })))
    throw new Refusal("unknownOfficial", { field: "officialId" });
  if (await tx.account.findFirst({ where: { officialId, id: { not: accountId } } }))
    throw new Refusal("officialTaken", { field: "officialId" });
}

/** Disabling ends every session of the account at once. Nobody disables themselves. */
export async function disableAccount(actor: Actor, accountId: string): Promise<void> {
  ask(has(actor, "systemAdmin"));
  if (accountId === actor.id) throw new Refusal("notOneself");
  await setDisabled(actor, accountId, true);
}

/** Lets somebody in again. Refused: their office has been closed meanwhile. */
export async function enableAccount(actor: Actor, accountId: string): Promise<void> {
  ask(has(actor, "systemAdmin"));
  await setDisabled(actor, accountId, false);
}

/**
 * Takes the password away, ends the account's sessions and makes a link, shown once, with which its person sets
 * another. Not for the other two administrators: whoever can do that is all three (the operator does, on the server).
 */
export async function resetPassword(actor: Actor, accountId: string): Promise<Given> {
  ask(has(actor, "systemAdmin"));
  const { holder, link } = await inTransaction(async (tx) => {
    // Somebody who is made an administrator meanwhile is one, or was not yet when the link was made, which then ends.
    await holdAccount(tx, accountId);
    const special = { accountId, role: { in: [...administrators] } };
    if (accountId !== actor.id && (await tx.roleGrant.count({ where: special })))
      throw new Refusal("otherAdministrator");
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, include: { office: true } });
    await keepFormer(tx, account);
    const none = { passwordHash: nobodysPassword, passwordSetAt: now() };
    await tx.account.update({ where: { id: accountId }, data: none });
    await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now() } });
    await record(tx, actor, "resetPassword", { subjectId: accountId });
    return { holder: account, link: await newLink(tx, accountId, "reset", actor.id) };
  });
  return handOver("reset", link, holder);
}

async function setDisabled(actor: Actor, accountId: string, disabled: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    await holdAccount(tx, accountId);
    await lockAdministrators(tx);
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { officeId: true } });
    // Whoever closes the office counts who is in it (offices.ts).
    if (!disabled && !(await isOpen(tx, account.officeId))) throw new Refusal("closedOffice");
    if (disabled) await refuseLastOfRole(tx, accountId);
    const { count } = await tx.account.updateMany({
      where: { id: accountId, disabledAt: disabled ? null : { not: null } },
      data: { disabledAt: disabled ? now() : null },
    });
    if (!count) throw new Refusal("alreadyDone");
    if (disabled) {
      await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now() } });
      await endLinks(tx, accountId);
    }
    await record(tx, actor, disabled ? "disableAccount" : "enableAccount", { subjectId: accountId });
  });
}
