import type { Prisma } from "@/generated/prisma/client";

/** Which items an entry is made of: its own, and where it was merged (合编) the further ones. */

/** Entries made of such an item, alone or with others. */
export function madeOf(item: Prisma.ItemWhereInput): Prisma.EntryWhereInput {
  return { OR: [{ item }, { sources: { some: { item } } }] };
}

/** What to select of an entry so that `itemsOf` can be asked. */
export function withItems<T extends Prisma.ItemSelect>(select: T) {
  return { item: { select }, sources: { orderBy: { order: "asc" as const }, select: { item: { select } } } };
}

/** The items of an entry in the order in which they came in. */
export function itemsOf<T>({ item, sources }: { item: T | null; sources: { item: T }[] }): T[] {
  return [...(item ? [item] : []), ...sources.map((source) => source.item)];
}
