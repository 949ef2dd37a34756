import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { isOfficeSide, isSecretariat, principalsOf, readableIssues, traysOf } from "../policy";
import { madeOf } from "../sources";
import { id, optionalId } from "../text/fields";
import { isOut } from "../workflow";
import { asCards, type Named } from "./cards";
import { firstTray, trayOf } from "./trays";

const pageSize = 30;
/** More than this nobody has before them at once; what is older follows as it is read. */
const mostUnread = 50;
/** Beyond this nobody counts. */
const mostCounted = 100;

export const trayFilter = z.object({
  /** Whose tray, where it is not the person's own. */
  of: optionalId.catch(null),
  /** The last delivery of the page before. */
  before: id.optional().catch(undefined),
});

export type TrayFilter = z.output<typeof trayFilter>;

/**
 * What is new for this reader and what has been read, latest first. A page holds a fixed number of rows
 * behind the one before it: what it costs does not grow with the history.
 */
export async function tray(actor: Actor, { of, before }: TrayFilter) {
  const accountId = of ? trayOf(actor, of).accountId : firstTray(actor);
  if (!accountId) return { unread: [], more: false, count: 0, read: [], next: null };
  const [unread, done] = await Promise.all([unreadIn(actor, accountId), readIn(accountId, before ?? null)]);
  const read = await asCards(done.slice(0, pageSize));
  return { ...unread, read, next: done.length > pageSize ? (read.at(-1)?.id ?? null) : null };
}

type Row = Named & { id: string; deliveredAt: Date };

/** What is new in a tray, latest first; and how much it is, also beyond what is shown. */
export async function unreadIn(actor: Actor, accountId: string) {
  if (!traysOf(actor).includes(accountId)) return { unread: [], more: false, count: 0 };
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d."deliveredAt", d."issueId", i."contentHash", p.name AS publication
    FROM "Delivery" d JOIN "Issue" i ON i.id = d."issueId" JOIN "Publication" p ON p.id = i."publicationId"
    WHERE d."accountId" = ${accountId}::uuid AND d."acknowledgedAt" IS NULL
      AND i.state = ANY(${isOut}::text[]::"IssueState"[])
    ORDER BY d."deliveredAt" DESC, d.id DESC LIMIT ${mostCounted}`;
  return { unread: await asCards(rows.slice(0, mostUnread)), more: rows.length > mostUnread, count: rows.length };
}

/** What was read, one more than a page, behind the last delivery of the page before. */
async function readIn(accountId: string, before: string | null): Promise<Row[]> {
  const last = before ? await db.delivery.findFirst({ where: { id: before, accountId } }) : null;
  const behind = last
    ? Prisma.sql`AND (d."deliveredAt", d.id) < (${last.deliveredAt}, ${last.id}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<Row[]>`
    SELECT d.id, d."deliveredAt", d."issueId", i."contentHash", p.name AS publication
    FROM "Delivery" d JOIN "Issue" i ON i.id = d."issueId" JOIN "Publication" p ON p.id = i."publicationId"
    WHERE d."accountId" = ${accountId}::uuid AND d."acknowledgedAt" IS NOT NULL
      AND i.state = ANY(${isOut}::text[]::"IssueState"[]) ${behind}
    ORDER BY d."deliveredAt" DESC, d.id DESC LIMIT ${pageSize + 1}`;
}

/** How many the person has read since a moment. */
export function readSince(accountId: string, since: Date): Promise<number> {
  return db.delivery.count({ where: { accountId, acknowledgedAt: { gte: since } } });
}

type Besides = { notices: number; read: number; isTraced: boolean; number: string | null; hasInstructions: boolean };

/**
 * What else the page of an issue needs to know, by one query: how many notices are new, how many issues were read
 * since a moment, whether its copies are traced and the person's number, and whether anybody wrote on it at all.
 */
export async function besides(actor: Actor, issueId: string, accountId: string | null, since: Date): Promise<Besides> {
  const [row] = await db.$queryRaw<Besides[]>`
    /* prepared */
    SELECT p."traceCopies" AS "isTraced",
      (SELECT number FROM "Copy" WHERE "issueId" = i.id AND "accountId" = ${actor.id}::uuid) AS number,
      (SELECT count(*)::int FROM (
        SELECT FROM "Notice" WHERE "accountId" = ${actor.id}::uuid AND "readAt" IS NULL LIMIT ${mostCounted}) n) AS notices,
      (SELECT count(*)::int FROM "Delivery" WHERE "accountId" = ${accountId}::uuid AND "acknowledgedAt" >= ${since}) AS read,
      i."correctsId" IS NOT NULL OR EXISTS (SELECT FROM "Instruction" WHERE "issueId" = i.id) AS "hasInstructions"
    FROM "Issue" i JOIN "Publication" p ON p.id = i."publicationId" WHERE i.id = ${issueId}::uuid`;
  if (!row) throw missing();
  return row;
}

/** What waits for the person, for the bar: new notices and unread issues. Beyond a hundred nobody counts. */
export async function waitingFor(actor: Actor): Promise<{ notices: number; issues: number }> {
  const tray = traysOf(actor).includes(actor.id) ? actor.id : null;
  const [row] = await db.$queryRaw<{ notices: number; issues: number }[]>`
    SELECT (SELECT count(*)::int FROM (
        SELECT FROM "Notice" WHERE "accountId" = ${actor.id}::uuid AND "readAt" IS NULL LIMIT ${mostCounted}) n) AS notices,
      (SELECT count(*)::int FROM (
        SELECT FROM "Delivery" d JOIN "Issue" i ON i.id = d."issueId"
        WHERE d."accountId" = ${tray}::uuid AND d."acknowledgedAt" IS NULL
          AND i.state = ANY(${isOut}::text[]::"IssueState"[]) LIMIT ${mostCounted}) n) AS issues`;
  return row ?? { notices: 0, issues: 0 };
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
    select: { id: true, contentHash: true, distributedAt: true, publication: { select: { name: true } } },
  });
  return asCards(
    issues.map(({ id: issueId, publication, ...issue }) => ({ ...issue, issueId, publication: publication.name })),
  );
}

/** How many issues wait to be read in a tray that the person opens; beyond a hundred nobody counts. */
export async function unreadCount(actor: Actor, of = actor.id): Promise<number> {
  const rows = await db.delivery.findMany({
    where: { accountId: of, acknowledgedAt: null, issue: inTrays(actor) },
    take: mostCounted,
    select: { id: true },
  });
  return rows.length;
}

/** What the secretariat still reads of corrected editions lies in nobody's tray, their own neither. */
function inTrays(actor: Actor): Prisma.IssueWhereInput {
  return { AND: [readableIssues(actor), { state: { in: [...isOut] } }] };
}
