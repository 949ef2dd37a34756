import type { Transaction } from "@/lib/db";
import { db } from "@/lib/db";
import { itemsOf, withItems } from "../../sources";
import { differenceOf } from "../../text/difference";
import { asBlocks, type Text, together } from "../../text/model";
import { titleOf } from "../../text/plain";
import { adoptedIn, adoptedItems } from "./scope";
import type { Selection } from "./selection";

/**
 * Compares what goes out with what was sent (of a merged entry with all that was sent for it), once, when it
 * goes out, and keeps of each item the share that changed and the reasons given. In the transaction of the distribution.
 */
export async function compareWithSent(tx: Transaction, issueId: string): Promise<void> {
  const entries = await tx.entry.findMany({
    where: { issueId },
    select: {
      ...{ id: true, itemId: true, submission: true, headline: true, blocks: true, correctsId: true },
      sources: { orderBy: { order: "asc" } },
    },
  });
  for (const { id: entryId, correctsId, headline, blocks, sources, ...own } of entries) {
    const sent = together(await sentFor(tx, [own, ...sources]));
    if (!sent) continue;
    const changed = shareChanged(sent, { headline, blocks: asBlocks(blocks) });
    const reasons = await reasonsFor(tx, await editionsOf(tx, entryId, correctsId));
    await tx.publishedItem.updateMany({ where: { entryId }, data: { changed, reasons } });
  }
}

async function sentFor(tx: Transaction, sources: { itemId: string | null; submission: number | null }[]) {
  const texts: Text[] = [];
  for (const { itemId, submission: number } of sources) {
    const sent = itemId && number ? await tx.submission.findFirst({ where: { itemId, number } }) : null;
    if (sent) texts.push(sent.content as Text);
  }
  return texts;
}

/** Characters deleted and added ÷ characters of both texts together: 0 unchanged, 1 nothing left of it. */
export function shareChanged(before: Text, after: Text): number {
  const { paragraphs, deleted, added } = differenceOf(before, after);
  const parts = paragraphs.flatMap((paragraph) => paragraph.parts);
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === "same" ? [...text].length : 0), 0);
  return deleted + added ? (deleted + added) / (2 * same + deleted + added) : 0;
}

/** An entry, and those of earlier editions that it takes the place of. */
async function editionsOf(tx: Transaction, entryId: string, correctsId: string | null): Promise<string[]> {
  const ids = [entryId];
  for (let at = correctsId; at; ) {
    ids.push(at);
    const earlier: { correctsId: string | null } | null = await tx.entry.findUnique({
      where: { id: at },
      select: { correctsId: true },
    });
    at = earlier?.correctsId ?? null;
  }
  return ids;
}

async function reasonsFor(tx: Transaction, entryIds: string[]): Promise<string[]> {
  const revisions = await tx.entryRevision.findMany({
    where: { entryId: { in: entryIds }, reason: { not: "" } },
    orderBy: { at: "asc" },
    select: { reason: true },
  });
  return [...new Set(revisions.map(({ reason }) => reason.trim()))];
}

export const mostShown = 10;

/** What was changed most in editing, how much was changed at all, and the reasons given most often. */
export async function editingOf({ scope }: Selection) {
  const [[sum], most, reasons] = await Promise.all([
    db.$queryRaw<{ compared: number; edited: number }[]>`
      SELECT count(changed)::int AS compared, count(*) FILTER (WHERE changed > 0)::int AS edited
      FROM (${adoptedItems(scope)}) AS items`,
    db.$queryRaw<Most[]>`
      SELECT "entryId"::text AS "entryId", min("itemId"::text) AS "itemId", "issueId"::text AS "issueId", changed
      FROM "PublishedItem" WHERE changed > 0 AND ${adoptedIn(scope)}
      GROUP BY "entryId", "issueId", changed ORDER BY changed DESC, "entryId" LIMIT ${mostShown}`,
    db.$queryRaw<{ reason: string; count: number }[]>`
      SELECT reason, count(DISTINCT "itemId")::int AS count
      FROM (SELECT "itemId", unnest(reasons) AS reason FROM "PublishedItem"
        WHERE reasons <> '{}' AND ${adoptedIn(scope)}) AS given
      GROUP BY reason ORDER BY count DESC, reason LIMIT ${mostShown}`,
  ]);
  return { compared: sum?.compared ?? 0, edited: sum?.edited ?? 0, most: await named(most), reasons };
}

type Most = { entryId: string; itemId: string; issueId: string; changed: number };

async function named(most: Most[]) {
  const entries = await db.entry.findMany({
    where: { id: { in: most.map(({ entryId }) => entryId) } },
    select: {
      ...{ id: true, headline: true, blocks: true },
      issue: { select: { year: true, number: true, series: true, publication: { select: { name: true } } } },
      ...withItems({ office: { select: { shortName: true } } }),
    },
  });
  const of = new Map(entries.map((entry) => [entry.id, entry]));
  return most.flatMap(({ entryId, itemId, issueId, changed }) => {
    const entry = of.get(entryId);
    if (!entry) return [];
    const title = titleOf({ headline: entry.headline, blocks: asBlocks(entry.blocks) }, 30);
    return {
      id: entryId,
      itemId,
      issueId,
      changed,
      title,
      issue: entry.issue,
      office: [...new Set(itemsOf(entry).map(({ office }) => office.shortName))].join("、"),
    };
  });
}
