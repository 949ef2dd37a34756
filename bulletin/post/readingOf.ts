import type { Issue, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { noticedIssues, readableIssues } from "../policy";
import { asContent } from "../press/content";
import { correctionOf } from "../press/editions";
import { inTrays, latest } from "./reading";
import { trayOf } from "./trays";

/** One issue as it was signed, with the reader's own receipt and the neighbours in the tray that is open. */
export async function readingOf(actor: Actor, id: string, of?: string | null) {
  const { accountId, inPlaceOf } = of ? trayOf(actor, of) : { accountId: actor.id, inPlaceOf: null };
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, readableIssues(actor)] },
    include: { deliveries: { where: { accountId } } },
  });
  if (!issue?.content) throw missing();
  const [delivery] = issue.deliveries;
  return {
    id: issue.id,
    state: issue.state,
    content: asContent(issue.content),
    delivery: delivery ?? null,
    inPlaceOf,
    /** The deputy who acknowledged it in the reader's place. */
    acknowledgedBy: delivery?.acknowledgedById ? await nameOf(delivery.acknowledgedById) : null,
    accountId,
    /** What this edition changed in the one before it. */
    correction: await correctionOf(actor, issue),
    /** Where this edition was corrected: the latest one that took its place. */
    newer: await newerThan(actor, issue),
    ...(await neighbours(actor, accountId, delivery ?? null)),
  };
}

/**
 * What stands where an issue was that the person may no longer read: the notice of its recall, or the
 * edition that took its place. Null where there was nothing for them.
 */
export async function noticeInPlaceOf(actor: Actor, id: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, noticedIssues(actor)] },
    select: {
      ...{ id: true, state: true, series: true, number: true, recallReason: true, recalledAt: true },
      publication: { select: { name: true, issuer: true } },
      ...{ publicationId: true, year: true, edition: true },
    },
  });
  if (!issue) return null;
  const notice = await db.notice.findFirst({
    where: { accountId: actor.id, issueId: id, kind: "recalled" },
    select: { id: true, asksConfirmation: true, confirmedAt: true },
  });
  return { ...issue, newer: await newerThan(actor, issue), notice };
}

type Edition = Pick<Issue, "publicationId" | "series" | "year" | "number" | "edition">;

/** The latest of the later editions of its number that the person may read; an edition may itself have been corrected. */
async function newerThan(actor: Actor, issue: Edition): Promise<string | null> {
  const { publicationId, series, year, number, edition } = issue;
  const later = { publicationId, series, year, number, edition: { gt: edition } };
  const found = await db.issue.findFirst({
    where: { AND: [later, readableIssues(actor)] },
    orderBy: { edition: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}

type Place = { id: string; deliveredAt: Date };

async function neighbours(actor: Actor, accountId: string, delivery: Place | null) {
  if (!delivery) return { previous: null, next: null, nextUnread: null };
  const mine = {
    ...{ accountId, issue: inTrays(actor), id: { not: delivery.id } },
  } satisfies Prisma.DeliveryWhereInput;
  const at = delivery.deliveredAt;
  const same = (id: { lt: string } | { gt: string }) => ({ deliveredAt: at, id });
  const [next, previous, nextUnread] = await Promise.all([
    db.delivery.findFirst({
      where: { AND: [mine, { OR: [{ deliveredAt: { gt: at } }, same({ gt: delivery.id })] }] },
      orderBy: [{ deliveredAt: "asc" }, { id: "asc" }],
      select: { issueId: true },
    }),
    db.delivery.findFirst({
      where: { AND: [mine, { OR: [{ deliveredAt: { lt: at } }, same({ lt: delivery.id })] }] },
      orderBy: latest,
      select: { issueId: true },
    }),
    db.delivery.findFirst({
      where: { ...mine, acknowledgedAt: null },
      orderBy: latest,
      select: { issueId: true },
    }),
  ]);
  return {
    previous: previous?.issueId ?? null,
    next: next?.issueId ?? null,
    nextUnread: nextUnread?.issueId ?? null,
  };
}

async function nameOf(accountId: string): Promise<string> {
  return (await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } })).name;
}
