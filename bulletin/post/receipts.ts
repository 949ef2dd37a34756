import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, literally, type Transaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../events";
import { isOfficeSide, readableIssues, traysOf, workedIssues } from "../policy";
import { id, line, optionalId } from "../text/fields";
import { trayOf } from "./trays";

/** An issue in a tray: the person's own, or that of whom they deputise for. */
export const receiptSchema = z.object({ id, of: optionalId.optional() });

/**
 * The reader has opened the issue: posted by the page, never recorded by a GET. Only the first time
 * counts. Whoever reads it because it carries an item of their office has no receipt to give; that they
 * opened it is recorded all the same, once, so that a recall can ask them.
 */
export async function open(actor: Actor, issueId: string, of?: string | null): Promise<void> {
  const isOwn = !of && !traysOf(actor).includes(actor.id);
  const { accountId, inPlaceOf } = isOwn ? { accountId: actor.id, inPlaceOf: null } : trayOf(actor, of);
  await inTransaction(async (tx) => {
    await holdIssue(tx, issueId);
    const mine = { issueId, accountId, issue: readableIssues(actor) };
    const delivery = await tx.delivery.findFirst({ where: mine });
    if (!delivery && (await openedJustBefore(tx, actor, issueId, accountId))) return;
    if (!delivery) return openOfOffice(tx, actor, issueId);
    const data = { openedAt: now(), openedById: inPlaceOf && actor.id };
    const { count } = await tx.delivery.updateMany({ where: { ...mine, openedAt: null }, data });
    const byOther = inPlaceOf ? delivery.openedById !== actor.id : delivery.openedById !== null;
    // Of a reader and a deputy the second one to open it is recorded as well: a recall asks both.
    if (count || (byOther && (await isNew(tx, actor, issueId))))
      await record(tx, actor, "open", { issueId, inPlaceOf });
  });
}

/** A recall at the same moment waits, or has been first: either way it knows whom to ask. */
async function holdIssue(tx: Transaction, issueId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${issueId}::uuid FOR SHARE`;
}

/**
 * The page was before the reader when the issue was recalled, and only now says so: they had it, and are
 * asked to confirm like the others.
 */
async function openedJustBefore(tx: Transaction, actor: Actor, issueId: string, accountId: string): Promise<boolean> {
  const delivery = await tx.delivery.findFirst({ where: { issueId, accountId, issue: { state: "recalled" } } });
  if (!delivery) return false;
  const { count } = await tx.delivery.updateMany({
    where: { id: delivery.id, openedAt: null },
    data: { openedAt: now() },
  });
  if (!count) return true;
  await tx.notice.updateMany({
    where: { accountId, issueId, kind: "recalled" },
    data: { asksConfirmation: true, readAt: null },
  });
  await record(tx, actor, "open", { issueId });
  return true;
}

async function openOfOffice(tx: Transaction, actor: Actor, issueId: string): Promise<void> {
  const issue = await tx.issue.findFirst({ where: { AND: [{ id: issueId }, readableIssues(actor)] } });
  if (!issue || !isOfficeSide(actor)) throw missing();
  if (await isNew(tx, actor, issueId)) await record(tx, actor, "open", { issueId });
}

async function isNew(tx: Transaction, actor: Actor, issueId: string): Promise<boolean> {
  return (
    (await tx.event.findFirst({ where: { issueId, act: "open", actorId: actor.id }, select: { id: true } })) === null
  );
}

/** 签收: the reader has read it. A second time changes nothing. */
export async function acknowledge(actor: Actor, issueId: string, of?: string | null): Promise<void> {
  const { accountId, inPlaceOf } = trayOf(actor, of);
  await inTransaction(async (tx) => {
    await holdIssue(tx, issueId);
    const delivery = await tx.delivery.findFirst({ where: { issueId, accountId, issue: readableIssues(actor) } });
    if (!delivery) throw missing();
    const by = inPlaceOf && actor.id;
    const { count } = await tx.delivery.updateMany({
      where: { id: delivery.id, acknowledgedAt: null },
      data: {
        ...{ acknowledgedAt: now(), acknowledgedById: by },
        ...(!delivery.openedAt && { openedAt: now(), openedById: by }),
      },
    });
    if (!count) return;
    await tx.notice.updateMany({
      where: {
        accountId,
        issueId,
        readAt: null,
        asksConfirmation: false,
        kind: { in: ["delivered", "corrected", "reminded"] },
      },
      data: { readAt: now() },
    });
    await record(tx, actor, "acknowledge", { issueId, inPlaceOf });
  });
}

/** A copy has left: of an issue that lies in the person's own tray, its delivery says so (a recall asks for it). */
export async function noteCopy(
  tx: Transaction,
  actor: Actor,
  issueId: string,
  how: "printed" | "downloaded",
): Promise<void> {
  const field = how === "printed" ? "printedAt" : "downloadedAt";
  await tx.delivery.updateMany({ where: { issueId, accountId: actor.id, [field]: null }, data: { [field]: now() } });
}

const pageSize = 100;

export const receiptsFilter = z.object({
  view: z.enum(["all", "unopened", "unacknowledged", "acknowledged"]).catch("all"),
  name: line(20).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const views = {
  all: {},
  unopened: { openedAt: null },
  unacknowledged: { acknowledgedAt: null },
  acknowledged: { acknowledgedAt: { not: null } },
} as const satisfies Record<string, Prisma.DeliveryWhereInput>;

/** Who has it, who has opened it, who has acknowledged it, a page at a time: for the secretariat. */
export async function receiptsOf(
  actor: Actor,
  issueId: string,
  filter: z.output<typeof receiptsFilter> = receiptsFilter.parse({}),
) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, workedIssues(actor)] },
    select: { state: true },
  });
  if (!issue) throw missing();
  const { view, name, page } = filter;
  const named = name ? { account: { name: { contains: literally(name) } } } : {};
  const where = { issueId, ...views[view], ...named } satisfies Prisma.DeliveryWhereInput;
  const [deliveries, count, sums, paper, sending] = await Promise.all([
    db.delivery.findMany({
      where,
      orderBy: [{ order: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: receiptSelect,
    }),
    db.delivery.count({ where }),
    db.delivery.aggregate({
      where: { issueId },
      _count: { _all: true, openedAt: true, acknowledgedAt: true },
    }),
    db.paperCopy.findMany({ where: { issueId }, orderBy: { order: "asc" } }),
    db.event.findFirst({ where: { issueId, act: "distribute" }, orderBy: { id: "asc" }, select: { detail: true } }),
  ]);
  const names = await namesOf(deliveries.flatMap((each) => [each.openedById, each.acknowledgedById]));
  const detail = sending?.detail as { unreached?: string[] } | undefined;
  return {
    state: issue.state,
    deliveries: deliveries.map((each) => ({
      ...each,
      openedBy: names.get(each.openedById ?? "") ?? null,
      acknowledgedBy: names.get(each.acknowledgedById ?? "") ?? null,
    })),
    count,
    pages: Math.max(1, Math.ceil(count / pageSize)),
    sums: { all: sums._count._all, opened: sums._count.openedAt, acknowledged: sums._count.acknowledgedAt },
    paper,
    unreached: detail?.unreached ?? [],
  };
}

const receiptSelect = {
  ...{ id: true, labels: true, deliveredAt: true, openedAt: true, acknowledgedAt: true, remindedAt: true },
  ...{ openedById: true, acknowledgedById: true, printedAt: true, downloadedAt: true },
  account: { select: { name: true, disabledAt: true, office: { select: { shortName: true } } } },
} as const satisfies Prisma.DeliverySelect;

/** The names of deputies, who are few. */
async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((each) => each !== null);
  if (!wanted.length) return new Map();
  const accounts = await db.account.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(accounts.map(({ id: account, name }) => [account, name]));
}
