import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { isOfficeSide, isSecretariat, principalsOf, readableIssues } from "../policy";
import { madeOf } from "../sources";
import { id, optionalId } from "../text/fields";
import { isOut } from "../workflow";
import { asCards, asIssues, cardSelect, issueSelect } from "./cards";
import { firstTray, trayOf } from "./trays";

const pageSize = 30;
/** More than this nobody has before them at once; what is older follows as it is read. */
const mostUnread = 50;

export const trayFilter = z.object({
  /** Whose tray, where it is not the person's own. */
  of: optionalId.catch(null),
  /** The last delivery of the page before. */
  before: id.optional().catch(undefined),
});

/**
 * What is new for this reader and what has been read, latest first. A page holds a fixed number of rows
 * behind the one before it: what it costs does not grow with the history.
 */
export async function tray(actor: Actor, { of, before }: z.output<typeof trayFilter>) {
  const accountId = of ? trayOf(actor, of).accountId : firstTray(actor);
  if (!accountId) return { unread: [], more: false, read: [], next: null };
  const mine = { accountId, issue: inTrays(actor) } satisfies Prisma.DeliveryWhereInput;
  const last = before ? await db.delivery.findFirst({ where: { id: before, accountId } }) : null;
  const behind = last
    ? { OR: [{ deliveredAt: { lt: last.deliveredAt } }, { deliveredAt: last.deliveredAt, id: { lt: last.id } }] }
    : {};
  const [unread, done] = await Promise.all([
    unreadIn(actor, accountId),
    db.delivery.findMany({
      where: { AND: [mine, { acknowledgedAt: { not: null } }, behind] },
      orderBy: latest,
      take: pageSize + 1,
      select: cardSelect,
    }),
  ]);
  const read = await asCards(done.slice(0, pageSize));
  return { ...unread, read, next: done.length > pageSize ? (read.at(-1)?.id ?? null) : null };
}

/** What is new in a tray, latest first. */
export async function unreadIn(actor: Actor, accountId: string) {
  const rows = await db.delivery.findMany({
    where: { accountId, issue: inTrays(actor), acknowledgedAt: null },
    orderBy: latest,
    take: mostUnread + 1,
    select: cardSelect,
  });
  return { unread: await asCards(rows.slice(0, mostUnread)), more: rows.length > mostUnread };
}

/** What the secretariat still reads of corrected editions lies in nobody's tray, their own neither. */
export function inTrays(actor: Actor): Prisma.IssueWhereInput {
  return { AND: [readableIssues(actor), { state: { in: [...isOut] } }] };
}

/** How many the person has read since a moment. */
export function readSince(accountId: string, since: Date): Promise<number> {
  return db.delivery.count({ where: { accountId, acknowledgedAt: { gte: since } } });
}

/** Published issues that carry an item of the person's office and were not addressed to them. */
export async function carryingOurs(actor: Actor) {
  // Whoever sees nothing but their own tray was addressed by all that they see.
  if (!isOfficeSide(actor) && !isSecretariat(actor) && !principalsOf(actor).length) return [];
  const issues = await db.issue.findMany({
    where: {
      AND: [
        readableIssues(actor),
        { entries: { some: madeOf({ officeId: actor.officeId }) } },
        { deliveries: { none: { accountId: actor.id } } },
      ],
    },
    orderBy: [{ distributedAt: "desc" }, { id: "desc" }],
    take: pageSize,
    select: issueSelect,
  });
  return asIssues(issues);
}

/** How many issues wait to be read in the person's own tray; beyond a hundred nobody counts. */
export async function unreadCount(actor: Actor, of = actor.id): Promise<number> {
  const rows = await db.delivery.findMany({
    where: { accountId: of, acknowledgedAt: null, issue: inTrays(actor) },
    take: 100,
    select: { id: true },
  });
  return rows.length;
}

export const latest: Prisma.DeliveryOrderByWithRelationInput[] = [{ deliveredAt: "desc" }, { id: "desc" }];
