import type { Prisma } from "@/generated/prisma/client";
import { db, inTransaction, literally, type Transaction } from "@/lib/db";
import { gramsOf, normal, quoted } from "../archive/search/normal";

/** How a question is asked: of the database as it is, or along an order. */
export type Asking = <T>(run: (tx: Pick<Transaction, "item">) => Promise<T>) => Promise<T>;

export const plainly: Asking = (run) => run(db);

/**
 * Asks the items along the order in which they are wanted, where that finds them soonest: a text of which the index
 * said nothing is in many of them. PostgreSQL takes every text for rare, and would read and sort whatever holds it:
 * ten seconds among a million.
 */
export const alongOrder: Asking = (run) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
      set_config('enable_sort', 'off', true)`;
    return run(tx);
  });

/** So many items are named by their ids; a text that more of them hold is found soon by reading them. */
const mostNamed = 2_000;
/** What this many of the latest items say about how common a text is. */
const sample = 1_000;
const isCommon = 20;

/**
 * Which items can hold a text, by the index of search, so that the years of the desk are not read through. All that
 * hold it are among them; whether they do is asked of the item itself. Of a common text nothing is said: it is
 * found soon.
 */
export async function holding(text: string): Promise<Prisma.ItemWhereInput> {
  const grams = gramsOf(normal(text));
  // One character alone is no word of the index.
  if (!grams.length || grams.some((gram) => [...gram].length < 2)) return {};
  const [latest] = await db.$queryRaw<{ holding: number }[]>`
    SELECT count(*)::int AS holding FROM (
      SELECT plain FROM "Item" WHERE "submittedAt" IS NOT NULL ORDER BY "submittedAt" DESC LIMIT ${sample}) i
    WHERE plain ILIKE ${`%${literally(text)}%`}`;
  if ((latest?.holding ?? 0) >= isCommon) return {};
  // A function, since one setting must hold for this statement alone: reading everything is never the way.
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "itemsHolding"(${grams.map(quoted).join(" & ")}, ${mostNamed + 1}) id`;
  return rows.length > mostNamed ? {} : { id: { in: rows.map(({ id }) => id) } };
}
