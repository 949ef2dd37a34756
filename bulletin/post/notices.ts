import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { announce } from "@/lib/live";
import { missing, type Values } from "@/lib/refusal";
import { record } from "../events";
import { administrators, visibleNotices } from "../policy";
import { id } from "../text/fields";
import type { NoticeKind } from "./noticeKinds";

export type Told = {
  kind: NoticeKind;
  /** What it is about: of one kind and key a person is told once, however often the act is tried. */
  key: string;
  href: string;
  values: Values;
  issueId?: string;
  asksConfirmation?: boolean;
  /** Of several tellings of one act, so that open pages hear of it once. */
  batch?: string;
};

/** Tells people in the caller's transaction, administrators nothing; open pages hear of it when that commits. Never by content. */
export async function notify(tx: Transaction, accountIds: readonly string[], told: Told): Promise<void> {
  if (!accountIds.length) return;
  const { kind, key, href, values, issueId = null, asksConfirmation = false, batch = randomUUID() } = told;
  await tx.$executeRaw`
    INSERT INTO "Notice" (id, "accountId", kind, key, at, "values", href, "issueId", batch, "asksConfirmation", "mailDue")
    SELECT gen_random_uuid(), a.id, ${kind}, ${key}, ${now()}, ${JSON.stringify(values)}::jsonb, ${href},
      ${issueId}::uuid, ${batch}::uuid, ${asksConfirmation}, a."mailNotices" AND a.email <> ''
    FROM "Account" a WHERE a.id = ANY(${[...new Set(accountIds)]}::uuid[]) AND a."disabledAt" IS NULL
      AND NOT EXISTS (SELECT FROM "RoleGrant" r
        WHERE r."accountId" = a.id AND r.role::text = ANY(${[...administrators]}::text[]))
    ON CONFLICT ("accountId", kind, key) DO NOTHING`;
  await announce(tx, `notices:${batch}`);
}

const pageSize = 30;

export const noticesFilter = z.object({ before: id.optional().catch(undefined) });

/** Everything the person was told, latest first, a page at a time. */
export async function noticesFor(actor: Actor, { before }: z.output<typeof noticesFilter>) {
  const last = before ? await db.notice.findFirst({ where: { AND: [visibleNotices(actor), { id: before }] } }) : null;
  const rows = await db.notice.findMany({
    where: {
      AND: [visibleNotices(actor), last ? { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] } : {}],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: noticeSelect,
  });
  const notices = rows.slice(0, pageSize).map(asNotice);
  return { notices, next: rows.length > pageSize ? (notices.at(-1)?.id ?? null) : null };
}

export const noticeSelect = {
  id: true,
  accountId: true,
  kind: true,
  at: true,
  values: true,
  href: true,
  issueId: true,
  readAt: true,
  asksConfirmation: true,
  confirmedAt: true,
} as const satisfies Prisma.NoticeSelect;

export type Notice = ReturnType<typeof asNotice>;

export function asNotice({ kind, values, ...row }: Prisma.NoticeGetPayload<{ select: typeof noticeSelect }>) {
  return { ...row, kind: kind as NoticeKind, values: { ...unnamed, ...(values as Values) } };
}

/** Notices of instructions that were told by version 0.1.0 name no issue. */
const unnamed = { publication: "", series: "regular", number: 0 };

/** Recalls that the person still has to confirm: they stand before everything else in the tray. */
export async function recallsToConfirm(actor: Actor): Promise<Notice[]> {
  const rows = await db.notice.findMany({
    where: { AND: [visibleNotices(actor), { asksConfirmation: true, confirmedAt: null }] },
    orderBy: { at: "desc" },
    take: 20,
    select: noticeSelect,
  });
  return rows.map(asNotice);
}

/** How many notices are new; beyond a hundred nobody counts. */
export async function newNotices(actor: Actor): Promise<number> {
  const rows = await db.notice.findMany({
    where: { AND: [visibleNotices(actor), { readAt: null }] },
    take: 100,
    select: { id: true },
  });
  return rows.length;
}

/** One notice, or all of them, read. What asks for a confirmation stays new until that is given. */
export async function readNotices(actor: Actor, { id: one }: { id?: string }): Promise<void> {
  await db.notice.updateMany({
    where: {
      AND: [visibleNotices(actor), { OR: [{ asksConfirmation: false }, { confirmedAt: { not: null } }] }],
      readAt: null,
      ...(one && { id: one }),
    },
    data: { readAt: now() },
  });
}

/** Whoever had a recalled issue says that they know of it. A second time changes nothing. */
export async function confirmNotice(actor: Actor, noticeId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const notice = await tx.notice.findFirst({
      where: { AND: [visibleNotices(actor), { id: noticeId, asksConfirmation: true }] },
    });
    if (!notice) throw missing();
    const { count } = await tx.notice.updateMany({
      where: { id: noticeId, confirmedAt: null },
      data: { confirmedAt: now(), readAt: notice.readAt ?? now() },
    });
    if (count) await record(tx, actor, "confirm", { issueId: notice.issueId ?? undefined });
  });
}
