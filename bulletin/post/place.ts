import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { traysOf } from "../policy";
import { isOut } from "../workflow";

/** Of a reader's own receipt what the page shows. */
export type Receipt = {
  id: string;
  labels: string[];
  deliveredAt: Date;
  openedAt: Date | null;
  openedById: string | null;
  acknowledgedAt: Date | null;
  acknowledgedById: string | null;
};

export type Place = {
  delivery: Receipt | null;
  /** The deputy who acknowledged it in the reader's place. */
  acknowledgedBy: string | null;
  /** The issues before and behind it in the tray, and the latest of the others that wait. */
  previous: string | null;
  next: string | null;
  nextUnread: string | null;
};

const nowhere: Place = { delivery: null, acknowledgedBy: null, previous: null, next: null, nextUnread: null };

type Row = Receipt & Omit<Place, "delivery">;

/**
 * Where an issue lies in a tray, by one query, since it is asked at every opening. Nowhere in a tray that the
 * person does not open, or in which it does not lie. Around it are only issues that are out.
 */
export async function placeInTray(actor: Actor, accountId: string, issueId: string): Promise<Place> {
  if (!traysOf(actor).includes(accountId)) return nowhere;
  const [row] = await db.$queryRaw<Row[]>`
    /* prepared */
    SELECT d.id, d.labels, d."deliveredAt", d."openedAt", d."openedById", d."acknowledgedAt", d."acknowledgedById",
      a.name AS "acknowledgedBy", n."issueId" AS next, p."issueId" AS previous, u."issueId" AS "nextUnread"
    FROM "Delivery" d
    LEFT JOIN "Account" a ON a.id = d."acknowledgedById"
    LEFT JOIN LATERAL (
      SELECT o."issueId" FROM "Delivery" o JOIN "Issue" i ON i.id = o."issueId"
      WHERE o."accountId" = d."accountId" AND (o."deliveredAt", o.id) > (d."deliveredAt", d.id)
        AND i.state = ANY(${isOut}::text[]::"IssueState"[])
      ORDER BY o."deliveredAt", o.id LIMIT 1) n ON true
    LEFT JOIN LATERAL (
      SELECT o."issueId" FROM "Delivery" o JOIN "Issue" i ON i.id = o."issueId"
      WHERE o."accountId" = d."accountId" AND (o."deliveredAt", o.id) < (d."deliveredAt", d.id)
        AND i.state = ANY(${isOut}::text[]::"IssueState"[])
      ORDER BY o."deliveredAt" DESC, o.id DESC LIMIT 1) p ON true
    LEFT JOIN LATERAL (
      SELECT o."issueId" FROM "Delivery" o JOIN "Issue" i ON i.id = o."issueId"
      WHERE o."accountId" = d."accountId" AND o."acknowledgedAt" IS NULL AND o.id <> d.id
        AND i.state = ANY(${isOut}::text[]::"IssueState"[])
      ORDER BY o."deliveredAt" DESC, o.id DESC LIMIT 1) u ON true
    WHERE d."issueId" = ${issueId}::uuid AND d."accountId" = ${accountId}::uuid`;
  if (!row) return nowhere;
  const { acknowledgedBy, previous, next, nextUnread, ...delivery } = row;
  return { delivery, acknowledgedBy, previous, next, nextUnread };
}
