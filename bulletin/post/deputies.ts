import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { addDays, fromColumn, toColumn, today } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../again";
import { record } from "../events";
import { administrators, ask, has } from "../policy";
import { anyDay, checkbox, id } from "../text/fields";
import { notify } from "./notices";

export const deputySchema = z.object({
  newId,
  principalId: id,
  deputyId: id,
  from: anyDay,
  until: anyDay,
  mayInstruct: checkbox,
});

/**
 * Gives somebody's tray into another person's care for a time (代阅): by that somebody, or by the
 * security administrator. The same form twice gives it once, and tells of it once. Refused: oneself, an administrator,
 * somebody without a role, a time turned round, over or longer than a year.
 */
export async function giveTray(actor: Actor, input: z.output<typeof deputySchema>): Promise<void> {
  const { newId: own, principalId, deputyId, from, until, mayInstruct } = input;
  ask(principalId === actor.id ? has(actor, "reader") : has(actor, "securityAdmin"));
  if (principalId === deputyId) throw new Refusal("ownDeputy", { field: "deputyId" });
  if (until < from) throw new Refusal("turnedRound", { field: "until" });
  if (until < today()) throw new Refusal("dayPassed", { field: "until" });
  if (until > addDays(today(), 366)) throw new Refusal("absurdDay", { field: "until" });
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${principalId}::uuid FOR UPDATE`;
    const given = { principalId, deputyId, from: toColumn(from), until: toColumn(until), mayInstruct };
    if (await cameBefore(tx, own, (id) => tx.deputy.findUnique({ where: { id } }), given)) return;
    const enabled = { disabledAt: null };
    const principal = await tx.account.findFirst({
      where: { id: principalId, ...enabled, roles: { some: { role: "reader" } } },
    });
    const deputy = await tx.account.findFirst({
      where: { id: deputyId, ...enabled, roles: { some: {}, none: { role: { in: [...administrators] } } } },
    });
    if (!principal) throw missing();
    if (!deputy) throw new Refusal("noSuchDeputy", { field: "deputyId" });
    // One deputy has one leave at a time: a new one takes the place of what overlaps it.
    await tx.deputy.updateMany({
      where: { principalId, deputyId, endedAt: null, from: { lte: toColumn(until) }, until: { gte: toColumn(from) } },
      data: { endedAt: now() },
    });
    const row = { ...given, id: own ?? undefined, grantedById: actor.id, grantedAt: now() };
    const { id: key } = await tx.deputy.create({ data: row });
    const detail = { principal: principal.name, deputy: deputy.name, from, until, mayInstruct };
    await record(tx, actor, "giveTray", { subjectId: principalId, detail });
    await notify(tx, [deputyId], {
      kind: "deputy",
      key,
      href: `/reading?of=${principalId}`,
      values: { name: principal.name, until },
    });
  });
}

/** Ends it before its time. */
export async function takeTrayBack(actor: Actor, deputyRow: string): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await tx.deputy.findUnique({ where: { id: deputyRow } });
    if (!row || !(row.principalId === actor.id || has(actor, "securityAdmin"))) throw missing();
    const { count } = await tx.deputy.updateMany({ where: { id: deputyRow, endedAt: null }, data: { endedAt: now() } });
    if (count) await record(tx, actor, "takeTrayBack", { subjectId: row.principalId });
  });
}

/** Whose tray is in whose care, now and in future: one's own; for the security administrator all. */
export async function traysGiven(actor: Actor) {
  ask(has(actor, "reader", "securityAdmin"));
  const rows = await db.deputy.findMany({
    where: {
      ...{ endedAt: null, until: { gte: toColumn(today()) } },
      ...(!has(actor, "securityAdmin") && { principalId: actor.id }),
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, from: true, until: true, mayInstruct: true },
      principal: { select: { name: true, office: { select: { shortName: true } } } },
      deputy: { select: { name: true, office: { select: { shortName: true } } } },
    },
  });
  return rows.map((row) => ({ ...row, from: fromColumn(row.from), until: fromColumn(row.until) }));
}

/** Who can be a principal, and who can be a deputy. A reader chooses within the own office and the secretariat first. */
export async function possibleDeputies(actor: Actor) {
  ask(has(actor, "reader", "securityAdmin"));
  const accounts = await db.account.findMany({
    where: { disabledAt: null, roles: { some: {}, none: { role: { in: [...administrators] } } } },
    orderBy: [{ office: { order: "asc" } }, { official: { rank: "asc" } }, { name: "asc" }],
    select: {
      ...{ id: true, name: true, officeId: true },
      office: { select: { shortName: true } },
      roles: { select: { role: true } },
    },
  });
  const own = (officeId: string) => Number(officeId !== actor.officeId);
  const people = accounts
    .toSorted((a, b) => own(a.officeId) - own(b.officeId))
    .map(({ office, roles, ...account }) => ({
      ...{ id: account.id, name: account.name, office: office.shortName },
      reads: roles.some(({ role }) => role === "reader"),
    }));
  return { principals: people.filter(({ reads }) => reads), deputies: people.filter(({ id }) => id !== actor.id) };
}
