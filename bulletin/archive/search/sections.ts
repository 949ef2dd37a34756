import type { Transaction } from "@/lib/db";

/**
 * Gives sections their words in the index before the texts below them are written: in one order, so that two
 * who bring new sections at once do not wait for one another in a circle.
 */
export async function nameSections(tx: Transaction, titles: string[]): Promise<void> {
  const keys = [...new Set(titles)].sort().map((title) => `section ${title}`);
  if (keys.length) await tx.$queryRaw`SELECT "searchNumber"(key) FROM unnest(${keys}::text[]) AS key`;
}
