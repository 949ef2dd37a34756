import { db } from "@/lib/db";
import { adoptedItems, type Scope, sentIn } from "./scope";

/** In days. Null where there is nothing to measure. */
export type Times = { count: number; mean: number | null; median: number | null };

/** From the first sending to the first act of the desk (平均答复): of what was sent and has been answered. */
export async function answerTimes(scope: Scope): Promise<Times> {
  const [times] = await db.$queryRaw<Times[]>`
    SELECT count(*)::int AS count, avg(days)::float AS mean, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median
    FROM (
      SELECT date_part('epoch', "answeredAt" - at) / 86400 AS days
      FROM "SentItem" WHERE "answeredAt" IS NOT NULL AND ${sentIn(scope)}
    ) AS answered`;
  return times ?? { count: 0, mean: null, median: null };
}

/** From the first sending to the printing, the first within the scope: of what was adopted. */
export async function printingTimes(scope: Scope): Promise<Times> {
  const [times] = await db.$queryRaw<Times[]>`
    SELECT count(*)::int AS count, avg(days)::float AS mean, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median
    FROM (
      SELECT date_part('epoch', took) / 86400 AS days FROM (${adoptedItems(scope)}) AS adopted
    ) AS printed`;
  return times ?? { count: 0, mean: null, median: null };
}
