import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, type Transaction } from "@/lib/db";
import { ask, has } from "../policy";
import { id, line, refuse } from "../text/fields";

/**
 * A distribution list: lines (报, 送, 发, 抄送) of addressees in order. Labels print as written;
 * the accounts and offices behind a label decide access. A label with neither is a paper copy.
 */
export const addresseeSchema = z
  .object({
    label: line(40, { required: true }),
    accountIds: z.array(id).max(500).default([]),
    /** Every reader of these offices, as they are on the day of distribution. */
    officeIds: z.array(id).max(200).default([]),
  })
  .strict();

export const listsSchema = z
  .array(z.object({ label: line(8, { required: true }), addressees: z.array(addresseeSchema).max(200) }).strict())
  .superRefine((lines, ctx) => {
    if (lines.length > 12) refuse(ctx, "tooManyLines", { max: 12 });
  });

export type Addressee = z.output<typeof addresseeSchema>;
export type Lists = z.output<typeof listsSchema>;

/** Lists as they come out of a Json column, which only this schema's output ever goes into. */
export function asLists(column: unknown): Lists {
  return column as Lists;
}

/** Who would get it: each account once, with every label under which it is addressed. */
export async function recipientsOf(tx: Transaction, lists: Lists): Promise<{ accountId: string; labels: string[] }[]> {
  const addressees = lists.flatMap((each) => each.addressees);
  const readers = await tx.account.findMany({
    where: {
      disabledAt: null,
      roles: { some: { role: "reader" } },
      OR: [
        { id: { in: addressees.flatMap(({ accountIds }) => accountIds) } },
        { officeId: { in: addressees.flatMap(({ officeIds }) => officeIds) } },
      ],
    },
    select: { id: true, officeId: true },
  });
  return readers.map((reader) => ({
    accountId: reader.id,
    labels: addressees
      .filter(({ accountIds, officeIds }) => accountIds.includes(reader.id) || officeIds.includes(reader.officeId))
      .map(({ label }) => label),
  }));
}

/** Labels of lists that were in use, each with what stood behind it last; those of publications first. */
export async function knownAddressees(actor: Actor): Promise<Addressee[]> {
  ask(has(actor, "editor"));
  const [publications, issues] = await Promise.all([
    db.publication.findMany({ orderBy: { order: "asc" }, select: { lists: true } }),
    db.issue.findMany({ orderBy: { createdAt: "desc" }, take: 30, select: { lists: true } }),
  ]);
  const all = [...publications, ...issues].flatMap(({ lists }) => asLists(lists).flatMap((each) => each.addressees));
  const isReached = ({ accountIds, officeIds }: Addressee) => accountIds.length + officeIds.length > 0;
  return [
    ...new Map(
      all
        .filter(isReached)
        .toReversed()
        .map((each) => [each.label, each]),
    ).values(),
  ];
}

/** Whom a label can stand for: readers by name, and offices. For editors of a list. */
export async function possibleAddressees(actor: Actor) {
  ask(has(actor, "editor"));
  const [readers, offices] = await Promise.all([
    db.account.findMany({
      where: { disabledAt: null, roles: { some: { role: "reader" } } },
      orderBy: [{ official: { rank: "asc" } }, { office: { order: "asc" } }, { name: "asc" }],
      select: { id: true, name: true, office: { select: { shortName: true } } },
    }),
    db.office.findMany({ where: { closedAt: null }, orderBy: { order: "asc" }, select: { id: true, shortName: true } }),
  ]);
  return { readers: readers.map(({ id, name, office }) => ({ id, name, office: office.shortName })), offices };
}
