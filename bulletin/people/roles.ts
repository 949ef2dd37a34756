import { z } from "zod";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { administrators, ask, has } from "../policy";
import { refuseChanged, type Seen, stamp } from "../seen";
import { id } from "../text/fields";
import { accountPolicy, asksSecondStep } from "./accountPolicy";
import { removeSecondStep } from "./codes";
import { endLinks } from "./endLinks";
import { holdAccount } from "./held";
import { keepFormer } from "./ownPassword";
import { nobodysPassword } from "./password";

const roles = z.array(z.enum(Role)).max(Object.keys(Role).length);

export const rolesSchema = z.object({
  accountId: id,
  roles: roles.default([]),
});

export const rolesForm = rolesSchema.extend({ seen: stamp });

/** What its form shows of an account's roles, in an order of their own. */
export function rolesShown(held: readonly Role[]): Role[] {
  return [...held].sort();
}

/**
 * Sets the roles of an account. Only the security administrator, never for themselves. An administrator's role
 * excludes every other (三员分立), and begins anew: password, second step, links and sessions end. The last account of it is not taken away.
 * Without any role nobody looks after another's tray any more.
 * Refused: somebody else has changed them since they were seen.
 */
export async function grantRoles(actor: Actor, input: z.output<typeof rolesSchema> & Seen): Promise<void> {
  const { accountId } = input;
  const roles = [...new Set(input.roles)];
  ask(has(actor, "securityAdmin"));
  if (accountId === actor.id) throw new Refusal("notOneself");
  refuseMixture(roles);
  await inTransaction(async (tx) => {
    await holdAccount(tx, accountId);
    const held = (await tx.roleGrant.findMany({ where: { accountId } })).map(({ role }) => role);
    await refuseChanged(tx, input.seen, rolesShown(held), { subjectId: accountId, act: "grantRoles" });
    await lockAdministrators(tx);
    for (const role of held.filter(
      (each) => (administrators as readonly Role[]).includes(each) && !roles.includes(each),
    )) {
      // Two who take the role from each other must come one after the other.
      await tx.$queryRaw`SELECT 1 FROM "RoleGrant" WHERE role = ${role}::"Role" ORDER BY "accountId" FOR UPDATE`;
      const others = await tx.roleGrant.count({
        where: { role, accountId: { not: accountId }, account: { disabledAt: null } },
      });
      if (!others) throw new Refusal("lastAdministrator");
    }
    await tx.roleGrant.deleteMany({ where: { accountId, role: { notIn: roles } } });
    const added = roles.filter((role) => !held.includes(role));
    await tx.roleGrant.createMany({
      data: added.map((role) => ({ accountId, role, grantedAt: now(), grantedById: actor.id })),
    });
    if (added.some((role) => (administrators as readonly Role[]).includes(role))) await beginAnew(tx, accountId);
    if (!roles.length) await endCare(tx, accountId);
    await askSecondStep(tx, accountId, roles);
    await record(tx, actor, "grantRoles", {
      subjectId: accountId,
      detail: { before: rolesShown(held), after: rolesShown(roles) },
    });
  });
}

/**
 * An administrator begins with nothing that was made before: no tray of others, no session, no link, no second step, and
 * no password. Whoever opened the account has seen its first link and may have followed it: another administrator.
 * What opens it now comes from the operator of the server (operator.ts), as after a password that was forgotten.
 */
async function beginAnew(tx: Transaction, accountId: string): Promise<void> {
  await endCare(tx, accountId);
  await removeSecondStep(tx, accountId);
  await keepFormer(tx, await tx.account.findUniqueOrThrow({ where: { id: accountId } }));
  const none = { passwordHash: nobodysPassword, passwordSetAt: now(), passwordGiven: true };
  await tx.account.update({ where: { id: accountId }, data: none });
  await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now() } });
  await endLinks(tx, accountId);
}

/** Trays that others have given into the care of this account are theirs again. */
async function endCare(tx: Transaction, deputyId: string): Promise<void> {
  await tx.deputy.updateMany({ where: { deputyId, endedAt: null }, data: { endedAt: now() } });
}

/** A role for which the rules ask a second step is not used without one, not even until the next sign-in. */
async function askSecondStep(tx: Transaction, accountId: string, roles: readonly Role[]): Promise<void> {
  if (!asksSecondStep(await accountPolicy(tx), roles)) return;
  if (await tx.secondStep.count({ where: { accountId, confirmedAt: { not: null } } })) return;
  await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { stepDue: true } });
}

/** Of two acts that would each take away the last but one administrator, the second waits and is refused. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS held FROM "RoleGrant" WHERE role IN ('systemAdmin', 'securityAdmin', 'auditor') FOR UPDATE`;
}

/** The last active account of an administrator's role stays. */
export async function refuseLastOfRole(tx: Transaction, accountId: string): Promise<void> {
  const held = await tx.roleGrant.findMany({ where: { accountId, role: { in: [...administrators] } } });
  for (const { role } of held) {
    const others = { role, accountId: { not: accountId }, account: { disabledAt: null } };
    if (!(await tx.roleGrant.count({ where: others }))) throw new Refusal("lastAdministrator");
  }
}

function refuseMixture(roles: readonly Role[]): void {
  const special = roles.filter((role) => (administrators as readonly Role[]).includes(role));
  if (special.length > 1 || (special.length && roles.length > 1)) throw new Refusal("mixedRoles");
}
