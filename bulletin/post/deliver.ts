import { randomUUID } from "node:crypto";
import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn, today } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import type { Values } from "@/lib/refusal";
import { compareWithSent } from "../archive/statistics/editing";
import { record } from "../events";
import { itemsOf, withItems } from "../sources";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";
import { moveIssue, moveItem } from "../transition";
import { giveNumbers } from "./copies";
import { asLists, type Lists, type Recipient, readersFor } from "./lists";
import { notify } from "./notices";
import { isPaper } from "./paperLabel";
import { namedIssue, tellOffices } from "./tell";

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
  await tell(tx, issue, accountIds, new Set(earlier.map(({ accountId }) => accountId)));
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

async function tell(tx: Transaction, issue: Issue, accountIds: string[], had: Set<string>): Promise<void> {
  const values = await namedIssue(tx, issue.id);
  const common = { key: issue.id, href: `/reading/${issue.id}`, issueId: issue.id };
  const [again, first] = [accountIds.filter((each) => had.has(each)), accountIds.filter((each) => !had.has(each))];
  await notify(tx, first, { ...common, kind: "delivered", values });
  const corrected = { ...values, reason: issue.correctionReason ?? "", earlier: issue.correctsId ?? "" };
  await notify(tx, again, { ...common, kind: "corrected", values: corrected });
  await tellContributors(tx, issue, { ...common, values }, corrected);
  await tellDeputies(tx, accountIds, { ...common, values });
}

/**
 * What an issue made of the items of an office is told to its people: that they were printed; where an earlier edition
 * had carried some of theirs, that this one takes its place, and at the item where it leaves them out.
 */
async function tellContributors(tx: Transaction, issue: Issue, common: Common, corrected: Common["values"]) {
  const [before, offices] = [await officesIn(tx, issue.correctsId), await officesIn(tx, issue.id)];
  const told = { ...common, batch: randomUUID() };
  const again = [...offices.keys()].filter((each) => before.has(each));
  await tellOffices(tx, again, { ...told, kind: "corrected", values: corrected });
  for (const [officeId, items] of offices) {
    if (before.has(officeId)) continue;
    const values = { ...told.values, title: items[0]?.title ?? "", count: items.length };
    await tellOffices(tx, [officeId], { ...told, kind: "published", key: `${told.key} ${officeId}`, values });
  }
  for (const [officeId, [item]] of before) {
    if (offices.has(officeId) || !item) continue;
    const dropped = { kind: "dropped" as const, key: `${told.key} ${officeId}`, href: `/items/${item.id}` };
    await tellOffices(tx, [officeId], { ...told, ...dropped, values: corrected });
  }
}

/** The offices whose items an edition carries, each with those items and the titles under which they stand there. */
async function officesIn(tx: Transaction, issueId: string | null) {
  const offices = new Map<string, { id: string; title: string }[]>();
  if (!issueId) return offices;
  const entries = await tx.entry.findMany({
    where: { issueId },
    orderBy: [{ section: { order: "asc" } }, { order: "asc" }],
    select: { headline: true, blocks: true, ...withItems({ id: true, officeId: true }) },
  });
  for (const entry of entries) {
    const title = titleOf({ headline: entry.headline, blocks: asBlocks(entry.blocks) }, 20);
    for (const { id, officeId } of itemsOf(entry))
      offices.set(officeId, [...(offices.get(officeId) ?? []), { id, title }]);
  }
  return offices;
}

type Common = { key: string; href: string; issueId: string; values: Values };

/** Whoever reads in a recipient's place at present is told that something has come. */
async function tellDeputies(tx: Transaction, principals: string[], { key, issueId, values }: Common): Promise<void> {
  const day = toColumn(today());
  const rows = await tx.deputy.findMany({
    where: { principalId: { in: principals }, endedAt: null, from: { lte: day }, until: { gte: day } },
    select: { deputyId: true, principal: { select: { id: true, name: true } } },
  });
  for (const { deputyId, principal } of rows)
    await notify(tx, [deputyId], {
      ...{ kind: "deliveredFor", key: `${key} ${principal.id}`, issueId },
      href: `/reading/${issueId}?of=${principal.id}`,
      values: { ...values, name: principal.name },
    });
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
