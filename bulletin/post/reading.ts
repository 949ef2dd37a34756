import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { readableIssues } from "../policy";
import { asContent } from "../press/content";
import { titleOf } from "../text/plain";

const pageSize = 30;

export const trayFilter = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** What is new for this reader and what has been read, latest first. */
export async function tray(actor: Actor, { page }: z.output<typeof trayFilter>) {
  const mine = { accountId: actor.id, issue: readableIssues(actor) } satisfies Prisma.DeliveryWhereInput;
  const read = { ...mine, acknowledgedAt: { not: null } } satisfies Prisma.DeliveryWhereInput;
  const [unread, done, count] = await Promise.all([
    db.delivery.findMany({ where: { ...mine, acknowledgedAt: null }, orderBy: latest, take: 100, select }),
    db.delivery.findMany({ where: read, orderBy: latest, skip: (page - 1) * pageSize, take: pageSize, select }),
    db.delivery.count({ where: read }),
  ]);
  return { unread: unread.map(asCard), read: done.map(asCard), count, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

/** Published issues that carry an item of the person's office and were not addressed to them. */
export async function carryingOurs(actor: Actor) {
  const issues = await db.issue.findMany({
    where: {
      AND: [
        readableIssues(actor),
        { entries: { some: { item: { officeId: actor.officeId } } } },
        { deliveries: { none: { accountId: actor.id } } },
      ],
    },
    orderBy: [{ distributedAt: "desc" }, { id: "desc" }],
    take: pageSize,
    select: issueSelect,
  });
  return issues.map(asIssue);
}

/** How many issues wait to be read. */
export function unreadCount(actor: Actor): Promise<number> {
  return db.delivery.count({ where: { accountId: actor.id, acknowledgedAt: null, issue: readableIssues(actor) } });
}

/** One issue as it was signed, with the reader's own receipt and the neighbours in their tray. */
export async function readingOf(actor: Actor, id: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, readableIssues(actor)] },
    include: { deliveries: { where: { accountId: actor.id } } },
  });
  if (!issue?.content) throw missing();
  const [delivery] = issue.deliveries;
  return {
    id: issue.id,
    content: asContent(issue.content),
    delivery: delivery ?? null,
    ...(await neighbours(actor, delivery ?? null)),
  };
}

async function neighbours(actor: Actor, delivery: { id: string; deliveredAt: Date } | null) {
  if (!delivery) return { previous: null, next: null };
  const mine = {
    accountId: actor.id,
    issue: readableIssues(actor),
    id: { not: delivery.id },
  } satisfies Prisma.DeliveryWhereInput;
  const at = delivery.deliveredAt;
  const same = (id: { lt: string } | { gt: string }) => ({ deliveredAt: at, id });
  const [next, previous] = await Promise.all([
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
  ]);
  return { previous: previous?.issueId ?? null, next: next?.issueId ?? null };
}

const latest: Prisma.DeliveryOrderByWithRelationInput[] = [{ deliveredAt: "desc" }, { id: "desc" }];

const issueSelect = {
  id: true,
  year: true,
  number: true,
  series: true,
  date: true,
  distributedAt: true,
  publication: { select: { name: true } },
  entries: {
    orderBy: [{ section: { order: "asc" } }, { order: "asc" }],
    take: 3,
    select: { headline: true, blocks: true },
  },
  _count: { select: { entries: true } },
} as const satisfies Prisma.IssueSelect;

const select = {
  id: true,
  deliveredAt: true,
  openedAt: true,
  acknowledgedAt: true,
  issue: { select: issueSelect },
} as const;

type IssueRow = Prisma.IssueGetPayload<{ select: typeof issueSelect }>;

function asIssue({ entries, ...issue }: IssueRow) {
  return {
    ...issue,
    date: fromColumn(issue.date),
    titles: entries.map((entry) => titleOf({ headline: entry.headline, blocks: entry.blocks as never }, 24)),
  };
}

function asCard({ issue, ...delivery }: Prisma.DeliveryGetPayload<{ select: typeof select }>) {
  return { ...delivery, issue: asIssue(issue) };
}
