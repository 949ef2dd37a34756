import { randomUUID } from "node:crypto";
import type { Issue } from "@/generated/prisma/client";
import { toColumn, today } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import type { Values } from "@/lib/refusal";
import { itemsOf, withItems } from "../sources";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";
import { notify } from "./notices";
import { namedIssue, tellOffices } from "./tell";

/** Tells whoever has the issue now, or has to do with it; `had`: who had an earlier edition of it. */
export async function tellDelivered(
  tx: Transaction,
  issue: Issue,
  accountIds: string[],
  had: Set<string>,
): Promise<void> {
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
