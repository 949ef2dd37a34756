import { db } from "@/lib/db";

// Prisma's own `_count` groups the whole table before it looks for the rows that were asked for: over the years that
// is every entry and every delivery there ever was.

/** How many entries each of these issues has. */
export async function entriesOf(issueIds: string[]): Promise<Map<string, number>> {
  const rows = await db.entry.groupBy({ by: ["issueId"], where: { issueId: { in: issueIds } }, _count: true });
  return new Map(rows.map(({ issueId, _count }) => [issueId, _count]));
}

/** To how many readers each of these issues went. */
export async function deliveriesOf(issueIds: string[]): Promise<Map<string, number>> {
  const rows = await db.delivery.groupBy({ by: ["issueId"], where: { issueId: { in: issueIds } }, _count: true });
  return new Map(rows.map(({ issueId, _count }) => [issueId, _count]));
}
