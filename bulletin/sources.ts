import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";

/** Which items an entry is made of: its own, and where it was merged (合编) the further ones. */

/** Entries made of such an item, alone or with others. */
export function madeOf(item: Prisma.ItemWhereInput): Prisma.EntryWhereInput {
  return { OR: [{ item }, { sources: { some: { item } } }] };
}

/**
 * Issues that carry such an item, one filter for each of the two ways: as one that asks for either it would be
 * answered from all that was ever printed.
 */
export function carrying(item: Prisma.ItemWhereInput): Prisma.IssueWhereInput[] {
  return [{ entries: { some: { item } } }, { entries: { some: { sources: { some: { item } } } } }];
}

/**
 * The entries made of one item, alone or with others, as a filter by their ids: each of the two ways has its index,
 * while a filter that asks for either reads all that was ever printed (seconds among a million).
 */
export async function madeOfOne(tx: Transaction, itemId: string): Promise<Prisma.EntryWhereInput> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Entry" WHERE "itemId" = ${itemId}::uuid
    UNION SELECT "entryId" FROM "EntrySource" WHERE "itemId" = ${itemId}::uuid`;
  return { id: { in: rows.map(({ id }) => id) } };
}

/** What to select of an entry so that `itemsOf` can be asked. */
export function withItems<T extends Prisma.ItemSelect>(select: T) {
  return { item: { select }, sources: { orderBy: { order: "asc" as const }, select: { item: { select } } } };
}

/** The items of an entry in the order in which they came in. */
export function itemsOf<T>({ item, sources }: { item: T | null; sources: { item: T }[] }): T[] {
  return [...(item ? [item] : []), ...sources.map((source) => source.item)];
}

/** For statements of our own: the same items of an entry `e`, by their ids and in that order, as a table in FROM. */
export const itemIdsOf = Prisma.sql`LATERAL (SELECT e."itemId", -1 AS "order" WHERE e."itemId" IS NOT NULL
  UNION ALL SELECT s."itemId", s."order" FROM "EntrySource" s WHERE s."entryId" = e.id)`;
