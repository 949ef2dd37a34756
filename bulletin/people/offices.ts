import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, inTurn, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { refuseChanged, type Seen, stamp } from "../seen";
import { checkbox, line, optionalId, whole } from "../text/fields";
import { changesOf } from "./changes";

export const officeSchema = z.object({
  id: optionalId,
  name: line(40, { required: true }),
  shortName: line(12, { required: true }),
  kind: z.enum(["secretariat", "county", "committee"]),
  parentId: optionalId,
  order: whole(1, 9_999),
  phone: line(30),
  signOff: checkbox,
});

export const officeForm = officeSchema.extend({ seen: stamp });

type Shown = Omit<z.output<typeof officeSchema>, "id">;

/** What its form shows of an office. */
export function officeShown({ name, shortName, kind, parentId, order, phone, signOff }: Shown): Shown {
  return { name, shortName, kind, parentId, order, phone, signOff };
}

/** All offices in the fixed display order; closed ones only for the system administrator. */
export async function offices(actor: Actor, { closed = false } = {}) {
  ask(has(actor, "contributor", "officeLead", "editor", "reviewer", "signer", "systemAdmin", "securityAdmin"));
  return db.office.findMany({
    where: closed ? {} : { closedAt: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      shortName: true,
      kind: true,
      parentId: true,
      order: true,
      phone: true,
      signOff: true,
      closedAt: true,
    },
  });
}

const above = { parent: { select: { name: true } } } as const;

type Entered = Omit<z.output<typeof officeSchema>, "id" | "parentId"> & { parent: { name: string } | null };

function fieldsOf({ name, shortName, kind, parent, order, phone, signOff }: Entered) {
  return { name, shortName, kind, parent: parent?.name ?? null, order, phone, signOff };
}

/**
 * Enters an office or changes one; what was before and is after stands in the record. Refused: a name that stands
 * already, a tree that turns in a circle, an office that somebody else has changed since it was seen.
 */
export async function enterOffice(
  actor: Actor,
  { id, seen, ...input }: z.output<typeof officeSchema> & Seen,
): Promise<string> {
  ask(has(actor, "systemAdmin"));
  try {
    return await inTransaction(async (tx) => {
      if (id) await inTurn(tx, id);
      if (input.parentId && !(await tx.office.findUnique({ where: { id: input.parentId } })))
        throw new Refusal("unknownOffice", { field: "parentId" });
      if (id && input.parentId) await refuseCircle(tx, id, input.parentId);
      const before = id ? await tx.office.findUnique({ where: { id }, include: above }) : null;
      if (id && !before) throw missing();
      if (before) await refuseChanged(tx, seen, officeShown(before), { subjectId: before.id });
      const office = id
        ? await tx.office.update({ where: { id }, data: input, include: above })
        : await tx.office.create({ data: input, include: above });
      await record(tx, actor, id ? "changeOffice" : "enterOffice", {
        subjectId: office.id,
        detail: { name: office.name, ...changesOf(before && fieldsOf(before), fieldsOf(office)) },
      });
      return office.id;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("nameTaken", { field: "name", values: { name: input.name } });
    throw error;
  }
}

/** Closes an office: it stays in the archive, nobody sends for it any more. Refused while it has accounts. */
export async function closeOffice(actor: Actor, id: string): Promise<void> {
  ask(has(actor, "systemAdmin"));
  await inTransaction(async (tx) => {
    // Whoever is just coming into it is waited for, and whoever comes later finds it closed (accounts.ts).
    await tx.$queryRaw`SELECT 1 AS held FROM "Office" WHERE id = ${id}::uuid FOR UPDATE`;
    const active = await tx.account.count({ where: { officeId: id, disabledAt: null } });
    if (active) throw new Refusal("officeHasAccounts", { values: { count: active } });
    const { count } = await tx.office.updateMany({ where: { id, closedAt: null }, data: { closedAt: now() } });
    if (!count) throw new Refusal("alreadyDone");
    await record(tx, actor, "closeOffice", { subjectId: id });
  });
}

async function refuseCircle(tx: Transaction, id: string, parentId: string): Promise<void> {
  for (let at: string | null = parentId; at; ) {
    if (at === id) throw new Refusal("officeCircle", { field: "parentId" });
    const parent: { parentId: string | null } | null = await tx.office.findUnique({
      where: { id: at },
      select: { parentId: true },
    });
    at = parent?.parentId ?? null;
  }
}
