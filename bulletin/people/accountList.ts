import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db, literally } from "@/lib/db";
import { ask, has } from "../policy";
import { line } from "../text/fields";

const pageSize = 50;
/** Characters of a search for an account; what is longer is looked for as far as this. */
export const longestAccountSearch = 40;

export const accountFilter = z.object({
  /** Of the account, the name or the office. */
  text: z.preprocess(
    (typed) => (typeof typed === "string" ? typed.slice(0, longestAccountSearch) : typed),
    line(longestAccountSearch).catch(""),
  ),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Accounts in the order of their offices, for the first two administrators; who of them has a second step. */
export async function accounts(actor: Actor, { text, page }: z.output<typeof accountFilter>) {
  ask(has(actor, "systemAdmin", "securityAdmin"));
  const contains = { contains: literally(text), mode: "insensitive" as const };
  const named = [
    { account: contains },
    { name: contains },
    { office: { OR: [{ name: contains }, { shortName: contains }] } },
  ];
  const where: Prisma.AccountWhereInput = text ? { OR: named } : {};
  const count = await db.account.count({ where });
  const disabled = await db.account.count({ where: { AND: [where, { disabledAt: { not: null } }] } });
  const pages = Math.max(1, Math.ceil(count / pageSize));
  // Accounts are not taken away, but a search finds fewer than the one before.
  const shown = Math.min(page, pages);
  const rows = await db.account.findMany({
    where,
    orderBy: [{ office: { order: "asc" } }, { account: "asc" }],
    skip: (shown - 1) * pageSize,
    take: pageSize,
    select: {
      ...{ id: true, account: true, name: true, phone: true, email: true, officialId: true, disabledAt: true },
      ...{ office: { select: { id: true, shortName: true } }, roles: { select: { role: true } } },
    },
  });
  const steps = await db.secondStep.findMany({
    where: { accountId: { in: rows.map(({ id }) => id) }, confirmedAt: { not: null } },
    select: { accountId: true },
  });
  const stepped = new Set(steps.map(({ accountId }) => accountId));
  return {
    rows: rows.map((row) => ({ ...row, hasSecondStep: stepped.has(row.id) })),
    ...{ count, disabled, page: shown, pages },
  };
}
