import type { Actor } from "@/lib/actor";
import { actorOf } from "@/lib/actorOf";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { questionFor } from "./ask";
import { asWanted, tellOf } from "./saved";

/** Looked at once more: what a slow act wrote is only there when that commits. */
const overlap = 10;
const atOnce = 500;

/**
 * Looks for what is new to each saved search since it was looked at last, as its person sees things now;
 * their office's own items they know, and an entry made of an item that they were told of. Runs by the clock (jobs/schedule.ts), and can run twice.
 */
export async function tellSaved(): Promise<number> {
  const all = await db.savedSearch.findMany({ orderBy: { id: "asc" } });
  const [{ now: until } = { now: new Date() }] = await db.$queryRaw<{ now: Date }[]>`SELECT now()`;
  let told = 0;
  for (const saved of all) {
    const actor = await actorOf(saved.accountId);
    const refs = actor ? await arrived(actor, saved) : [];
    told += await tellOf(saved, refs);
    await db.savedSearch.updateMany({ where: { id: saved.id }, data: { toldAt: until } });
  }
  return told;
}

type Saved = { id: string; wanted: unknown; toldAt: Date };

async function arrived(actor: Actor, saved: Saved): Promise<string[]> {
  const wanted = asWanted(saved.wanted);
  const question = await questionFor(actor, wanted);
  if (!question) return [];
  const { parts, query, doubt, must, never, named, notNamed } = question;
  const rows = await db.$queryRaw<{ refId: string }[]>`
    SELECT a."refId" FROM "searchArrived"(${parts}::int[], ${query}::tsquery, ${doubt}::tsquery, ${must}::text[], ${never}::text[],
      ${JSON.stringify(named)}::jsonb, ${JSON.stringify(notNamed)}::jsonb, ${toColumn(wanted.from)}::date, ${toColumn(wanted.to)}::date,
      ${saved.toldAt}::timestamptz - make_interval(mins => ${overlap})) a
    WHERE NOT (a.kind = 'item' AND EXISTS (SELECT 1 FROM "Item" i WHERE i.id = a."refId" AND i."officeId" = ${actor.officeId}::uuid))
      AND NOT EXISTS (SELECT 1 FROM "SavedSearchHit" h WHERE h."savedId" = ${saved.id}::uuid AND h."refId" IN (
        SELECT e."itemId" FROM "Entry" e WHERE e.id = a."refId"
        UNION ALL SELECT s."itemId" FROM "EntrySource" s WHERE s."entryId" = a."refId"))
    LIMIT ${atOnce}`;
  return rows.map(({ refId }) => refId);
}
