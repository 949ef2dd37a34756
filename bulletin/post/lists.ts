import { z } from "zod";
import { OfficeKind, type Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { db, type Transaction } from "@/lib/db";
import { ask, has } from "../policy";
import { madeHere } from "../press/numbering";
import { id, line, refuse } from "../text/fields";
import { isPaper } from "./paperLabel";

/** Of an office's readers, those who are this as well; without it, all of them. */
export const rolesInOffices = ["officeLead", "contributor", "editor", "reviewer", "signer"] as const;

/**
 * A distribution list: lines (报, 送, 发, 抄送) of addressees in order. Labels print as written;
 * the persons, offices and kinds of offices behind a label decide access. A label with none of them is
 * a paper copy.
 */
export const addresseeSchema = z
  .object({
    label: line(40, { required: true }),
    accountIds: z.array(id).max(10_000).default([]),
    /** The readers of these offices, as they are on the day of distribution. */
    officeIds: z.array(id).max(500).default([]),
    /** The readers of every office of a kind (各旗县区政协), those that are founded later too. */
    officeKinds: z.array(z.enum(OfficeKind)).max(3).optional(),
    role: z.enum(rolesInOffices).optional(),
  })
  .strict();

export const listsSchema = z
  .array(
    z
      .object({
        label: line(8, { required: true }),
        addressees: z.array(addresseeSchema).max(200),
        /** 本期增发: for this issue alone, the next one begins without it. */
        extra: z.literal(true).optional(),
      })
      .strict(),
  )
  .superRefine((lines, ctx) => {
    if (lines.length > 12) refuse(ctx, "tooManyLines", { max: 12 });
    const persons = lines.flatMap(({ addressees }) => addressees.map(({ accountIds }) => accountIds.length));
    if (persons.reduce((sum, count) => sum + count, 0) > 12_000) refuse(ctx, "tooManyPersons", { max: 12_000 });
  });

export type Addressee = z.output<typeof addresseeSchema>;
export type Lists = z.output<typeof listsSchema>;
export type Recipient = { accountId: string; labels: string[] };

/** Lists as they come out of a Json column, which only this schema's output ever goes into. */
export function asLists(column: unknown): Lists {
  return column as Lists;
}

/**
 * Who would get it now, by rank and office: each account once, with every label under which it is
 * addressed. Whoever is disabled or reads no longer is left out; whoever moved is found at the new office.
 */
export async function recipientsOf(tx: Transaction, lists: Lists): Promise<Recipient[]> {
  const addressees = lists.flatMap((each) => each.addressees);
  const readers = await tx.account.findMany({
    where: {
      disabledAt: null,
      roles: { some: { role: "reader" } },
      OR: [
        { id: { in: addressees.flatMap(({ accountIds }) => accountIds) } },
        { officeId: { in: addressees.flatMap(({ officeIds }) => officeIds) } },
        { office: { closedAt: null, kind: { in: addressees.flatMap(({ officeKinds = [] }) => officeKinds) } } },
      ],
    },
    orderBy: [{ official: { rank: "asc" } }, { office: { order: "asc" } }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      officeId: true,
      office: { select: { kind: true, closedAt: true } },
      roles: { select: { role: true } },
    },
  });
  const reaches = addressees.map((each) => ({ label: each.label, has: reachOf(each) }));
  return readers.flatMap((reader) => {
    const labels = reaches.flatMap(({ label, has: reached }) => (reached(reader) ? label : []));
    return labels.length ? [{ accountId: reader.id, labels }] : [];
  });
}

/**
 * Everyone who would get an issue now: those behind its lists, and of a new edition (更正版) whoever had
 * the earlier one and still reads, under the labels of that time.
 */
export async function readersFor(tx: Transaction, { lists, correctsId }: { lists: Lists; correctsId: string | null }) {
  const listed = await recipientsOf(tx, lists);
  const earlier: Recipient[] = correctsId
    ? await tx.delivery.findMany({
        where: { issueId: correctsId, account: { disabledAt: null, roles: { some: { role: "reader" } } } },
        select: { accountId: true, labels: true },
      })
    : [];
  const now = new Set(listed.map(({ accountId }) => accountId));
  return { listed, earlier, recipients: [...listed, ...earlier.filter(({ accountId }) => !now.has(accountId))] };
}

type Reader = {
  id: string;
  officeId: string;
  office: { kind: OfficeKind; closedAt: Date | null };
  roles: { role: Role }[];
};

function reachOf({ accountIds, officeIds, officeKinds = [], role }: Addressee): (reader: Reader) => boolean {
  const persons = new Set(accountIds);
  const offices = new Set(officeIds);
  return ({ id: account, officeId, office, roles }) => {
    if (persons.has(account)) return true;
    const isThere = offices.has(officeId) || (officeKinds.includes(office.kind) && !office.closedAt);
    return isThere && (!role || roles.some((each) => each.role === role));
  };
}

/** Labels of lists that were in use, each with what stood behind it last; those of named lists first. */
export async function knownAddressees(actor: Actor): Promise<Addressee[]> {
  ask(has(actor, "editor"));
  const lists = await db.distributionList.findMany({
    where: { retiredAt: null },
    orderBy: [{ publication: { order: "asc" } }, { order: "asc" }],
    select: { versions: { orderBy: { version: "desc" }, take: 1, select: { lines: true } } },
  });
  const issues = await db.issue.findMany({
    where: madeHere,
    orderBy: { createdAt: "desc" },
    take: 30,
    select: { lists: true },
  });
  const columns = [
    ...lists.flatMap(({ versions }) => versions.map(({ lines }) => lines)),
    ...issues.map((i) => i.lists),
  ];
  const all = columns.flatMap((column) => asLists(column).flatMap((each) => each.addressees));
  const reached = all.filter((each) => !isPaper(each)).toReversed();
  return [...new Map(reached.map((each) => [each.label, each])).values()];
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
