import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../events";
import { readableIssues, workedIssues } from "../policy";

/** The reader has opened the issue: posted by the page, never recorded by a GET. Only the first time counts. */
export async function open(actor: Actor, issueId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const mine = { issueId, accountId: actor.id, issue: readableIssues(actor) };
    if (!(await tx.delivery.findFirst({ where: mine, select: { id: true } }))) throw missing();
    const { count } = await tx.delivery.updateMany({ where: { ...mine, openedAt: null }, data: { openedAt: now() } });
    if (count) await record(tx, actor, "open", { issueId });
  });
}

/** 签收: the reader has read it. A second time changes nothing. */
export async function acknowledge(actor: Actor, issueId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const delivery = await tx.delivery.findFirst({
      where: { issueId, accountId: actor.id, issue: readableIssues(actor) },
    });
    if (!delivery) throw missing();
    const { count } = await tx.delivery.updateMany({
      where: { id: delivery.id, acknowledgedAt: null },
      data: { acknowledgedAt: now(), openedAt: delivery.openedAt ?? now() },
    });
    if (count) await record(tx, actor, "acknowledge", { issueId });
  });
}

/** Who has it, who has opened it, who has acknowledged it: for the secretariat. */
export async function receiptsOf(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, workedIssues(actor)] },
    select: { id: true },
  });
  if (!issue) throw missing();
  const deliveries = await db.delivery.findMany({
    where: { issueId },
    orderBy: [{ account: { official: { rank: "asc" } } }, { account: { office: { order: "asc" } } }, { id: "asc" }],
    select: {
      id: true,
      labels: true,
      deliveredAt: true,
      openedAt: true,
      acknowledgedAt: true,
      account: { select: { name: true, office: { select: { shortName: true } } } },
    },
  });
  return {
    deliveries,
    opened: deliveries.filter(({ openedAt }) => openedAt).length,
    acknowledged: deliveries.filter(({ acknowledgedAt }) => acknowledgedAt).length,
  };
}
