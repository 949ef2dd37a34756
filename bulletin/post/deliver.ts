import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { compareWithSent } from "../archive/statistics/editing";
import { record } from "../events";
import { itemsOf, withItems } from "../sources";
import { moveIssue, moveItem } from "../transition";
import { giveNumbers } from "./copies";
import { asLists, type Lists, type Recipient, readersFor } from "./lists";
import { isPaper } from "./paperLabel";
import { tellDelivered } from "./tellDelivered";

/**
 * What happens when an issue goes out, in the caller's transaction: either everybody has it or nobody.
 * Deliveries to the readers behind its lists as they are now, paper copies to be carried, notices, the
 * items published. A new edition reaches everyone who had the earlier one as well, which it takes the
 * place of. A unique index keeps it to one delivery a reader, however often it is tried.
 */
export async function deliver(tx: Transaction, actor: Actor, issue: Issue): Promise<{ readers: number }> {
  const lists = asLists(issue.lists);
  const { listed, earlier, recipients } = await readersFor(tx, { lists, correctsId: issue.correctsId });
  const rows = recipients.map((recipient, at) => ({ ...recipient, order: at + 1 }));
  await tx.$executeRaw`
    INSERT INTO "Delivery" (id, "issueId", "accountId", labels, "order", "deliveredAt")
    SELECT gen_random_uuid(), ${issue.id}::uuid, r."accountId", r.labels, r."order", ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("accountId" uuid, labels text[], "order" int)
    ON CONFLICT ("issueId", "accountId") DO NOTHING`;
  await tx.paperCopy.createMany({ data: paperCopiesOf(issue.id, lists), skipDuplicates: true });
  await replaceEarlier(tx, actor, issue);
  const accountIds = recipients.map(({ accountId }) => accountId);
  await giveNumbers(tx, issue, accountIds);
  await tellDelivered(tx, issue, accountIds, new Set(earlier.map(({ accountId }) => accountId)));
  await publishItems(tx, actor, issue.id, issue.number);
  await compareWithSent(tx, issue.id);
  const detail = { readers: recipients.length, unreached: unreachedIn(lists, listed) };
  await record(tx, actor, "distribute", { issueId: issue.id, detail });
  return { readers: recipients.length };
}

/** Labels with somebody behind them, of whom nobody could be reached that day: not even on paper. */
export function unreachedIn(lists: Lists, recipients: Recipient[]): string[] {
  const reached = new Set(recipients.flatMap(({ labels }) => labels));
  const addressees = lists.flatMap((line) => line.addressees);
  return addressees.flatMap((each) => (isPaper(each) || reached.has(each.label) ? [] : each.label));
}

function paperCopiesOf(issueId: string, lists: Lists) {
  return lists
    .flatMap(({ label: line, addressees }) => addressees.filter(isPaper).map(({ label }) => ({ line, label })))
    .map((copy, at) => ({ ...copy, issueId, order: at + 1 }));
}

/** One recalled meanwhile stays so: the new edition still goes out. */
async function replaceEarlier(tx: Transaction, actor: Actor, { correctsId }: Issue): Promise<void> {
  if (!correctsId) return;
  await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${correctsId}::uuid FOR UPDATE`;
  const { state } = await tx.issue.findUniqueOrThrow({ where: { id: correctsId }, select: { state: true } });
  if (state !== "distributed") return;
  await moveIssue(tx, actor, "correct", { id: correctsId, version: null });
  await record(tx, actor, "correct", { issueId: correctsId });
}

/** Once published an item stays so; one that an earlier issue carried is only told of this one as well. */
async function publishItems(tx: Transaction, actor: Actor, issueId: string, number: number | null): Promise<void> {
  const entries = await tx.entry.findMany({
    where: { issueId },
    select: { id: true, ...withItems({ id: true, state: true }) },
  });
  for (const entry of entries)
    for (const { id, state } of itemsOf(entry)) {
      if (state === "adopted" || state === "merged") await moveItem(tx, actor, "publish", { id, version: null });
      await record(tx, actor, "publish", { itemId: id, entryId: entry.id, detail: { issueId, number } });
    }
}
