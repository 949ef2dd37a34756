import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { fromColumn, toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { visibleRelays } from "../../policy";
import { checkbox, optionalDay, optionalId } from "../../text/fields";

const pageSize = 50;

export const relayFilter = z.object({
  level: optionalId.catch(null),
  office: optionalId.catch(null),
  adopted: checkbox.catch(false),
  from: optionalDay.catch(null),
  to: optionalDay.catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type RelayFilter = z.output<typeof relayFilter>;

/** What was sent upward, the latest first, as far as the person sees it. */
export async function relays(actor: Actor, filter: RelayFilter) {
  const where = { AND: [visibleRelays(actor), whereOf(filter)] };
  const [rows, count, adopted] = await Promise.all([
    db.relay.findMany({ ...inOrder, where, skip: (filter.page - 1) * pageSize, take: pageSize, select }),
    db.relay.count({ where }),
    db.relay.count({ where: { AND: [where, { adoptedOn: { not: null }, withdrawnAt: null }] } }),
  ]);
  return { rows: await named(rows), count, adopted, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

/** Those of one item, the first first. */
export async function relaysOf(actor: Actor, itemId: string) {
  const where = { AND: [visibleRelays(actor), { itemIds: { has: itemId } }] };
  return named(await db.relay.findMany({ where, orderBy: [{ on: "asc" }, { id: "asc" }], select }));
}

export type RelayRow = Awaited<ReturnType<typeof relaysOf>>[number];

/** What the filters can be set to, and the publications that were named before. */
export async function relayChoices(actor: Actor) {
  const seen = visibleRelays(actor);
  const [levels, found, publications] = await Promise.all([
    db.relayLevel.findMany({ where: { relays: { some: seen } }, orderBy: { order: "asc" } }),
    db.relay.findMany({ where: seen, distinct: ["officeIds"], select: { officeIds: true } }),
    db.relay.groupBy({
      by: ["publication"],
      where: seen,
      _count: { _all: true },
      orderBy: { _count: { publication: "desc" } },
      take: 50,
    }),
  ]);
  const offices = await db.office.findMany({
    where: { id: { in: found.flatMap(({ officeIds }) => officeIds) } },
    orderBy: { order: "asc" },
    select: { id: true, shortName: true },
  });
  return { levels, offices, publications: publications.map(({ publication }) => publication) };
}

const inOrder = { orderBy: [{ on: "desc" }, { id: "desc" }] } satisfies Prisma.RelayFindManyArgs;

const select = {
  ...{ id: true, itemIds: true, officeIds: true, about: true, publication: true, version: true },
  ...{ on: true, adoptedOn: true, instructedOn: true, levelId: true },
  ...{ recordedByName: true, withdrawnAt: true, withdrawReason: true },
  level: { select: { name: true } },
} satisfies Prisma.RelaySelect;

function whereOf({ level, office, adopted, from, to }: RelayFilter): Prisma.RelayWhereInput {
  return {
    ...(level && { levelId: level }),
    ...(office && { officeIds: { has: office } }),
    ...(adopted && { adoptedOn: { not: null } }),
    on: { ...(from && { gte: toColumn(from) }), ...(to && { lte: toColumn(to) }) },
  };
}

async function named(rows: Prisma.RelayGetPayload<{ select: typeof select }>[]) {
  const offices = await db.office.findMany({
    where: { id: { in: rows.flatMap(({ officeIds }) => officeIds) } },
    orderBy: { order: "asc" },
    select: { id: true, shortName: true },
  });
  return rows.map(({ level, on, adoptedOn, instructedOn, officeIds, ...row }) => ({
    ...row,
    ...{ level: level.name, on: fromColumn(on) },
    ...{ adoptedOn: fromColumn(adoptedOn), instructedOn: fromColumn(instructedOn) },
    offices: offices.filter(({ id }) => officeIds.includes(id)).map(({ shortName }) => shortName),
  }));
}
