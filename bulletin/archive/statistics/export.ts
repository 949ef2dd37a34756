import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db, inTransaction } from "@/lib/db";
import { record } from "../../events";
import { bySection } from "./breakdowns";
import type { StatisticsFilter } from "./filter";
import { type ListedItem, rowsOf } from "./listedItems";
import { overview } from "./overview";
import { adoptedIn, type Scope, sentIn } from "./scope";

/** The items of a large city's year go into one sheet; beyond it the sheet says so. */
export const mostDetails = 20_000;
const batch = 500;

/** All that the page shows of a selection, and its items one by one, for a spreadsheet. That it left is entered in the record. */
export async function exportOf(actor: Actor, filter: StatisticsFilter) {
  const of = await overview(actor, filter);
  const { selection } = of;
  const sections = await bySection(selection);
  const ids = await idsIn(selection.scope);
  const details: ListedItem[] = [];
  for (let at = 0; at < Math.min(ids.length, mostDetails); at += batch)
    details.push(...(await rowsOf(actor, selection.scope, ids.slice(at, Math.min(at + batch, mostDetails)))));
  await inTransaction((tx) => record(tx, actor, "download", { detail: { format: "statistics" } }));
  return { ...of, sections, details, hasAll: ids.length <= mostDetails };
}

/** What was sent or adopted in the scope, each once, in the order of sending. */
async function idsIn(scope: Scope): Promise<string[]> {
  const rows = await db.$queryRaw<{ itemId: string }[]>(Prisma.sql`
    SELECT "itemId"::text AS "itemId", min(at) AS at FROM (
      SELECT "itemId", at FROM "SentItem" WHERE ${sentIn(scope)}
      UNION ALL
      SELECT "itemId", "sentAt" FROM "PublishedItem" WHERE ${adoptedIn(scope)}
    ) AS items GROUP BY "itemId" ORDER BY at, "itemId" LIMIT ${mostDetails + 1}`);
  return rows.map(({ itemId }) => itemId);
}
