import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { momentOf, today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { sentForDesk } from "../intake/sent";
import { ask, has, visibleItems } from "../policy";
import { imagesOf } from "../text/model";
import { titleOf } from "../text/plain";
import { filtered, type QueueFilter, viewed } from "./queueFilter";
import { countsOf, isBeyond } from "./viewCounts";

export const pageSize = 40;

/**
 * The desk's queue: items that have reached it, filtered, with a count for each view: true as far as it is counted,
 * and one more than that where there are more.
 */
export async function queue(actor: Actor, filter: QueueFilter) {
  ask(has(actor, "editor"));
  const within: Prisma.ItemWhereInput = { AND: [visibleItems(actor), await filtered(filter)] };
  const where: Prisma.ItemWhereInput = { AND: [within, viewed(filter.view)] };
  const [rows, counts] = await Promise.all([
    db.item.findMany({
      where,
      orderBy: order(filter),
      skip: (filter.page - 1) * pageSize,
      // One more than a page holds, which says whether another follows, however far the view was counted.
      take: pageSize + 1,
      select: rowOf(actor),
    }),
    countsOf(within, filter),
  ]);
  const count = counts[filter.view] ?? 0;
  return {
    items: rows.slice(0, pageSize).map(asRow),
    counts,
    /** Null where there are more than were counted. */
    pages: isBeyond(counts, filter.view, filter) ? null : Math.max(1, Math.ceil(count / pageSize)),
    goesOn: rows.length > pageSize,
  };
}

/** The items that were handled today, which stay in sight below the open ones. */
export async function handledToday(actor: Actor) {
  ask(has(actor, "editor"));
  const where: Prisma.ItemWhereInput = {
    AND: [visibleItems(actor), { state: { not: "submitted" }, handledAt: { gte: momentOf(today(), "00:00") } }],
  };
  const [rows, count] = await Promise.all([
    db.item.findMany({ where, orderBy: { handledAt: "desc" }, take: 12, select: rowOf(actor) }),
    db.item.count({ where }),
  ]);
  return { items: rows.map(asRow), count };
}

/** How many items wait, for the number beside 来稿. */
export function openCount(actor: Actor): Promise<number> {
  return db.item.count({ where: { AND: [visibleItems(actor), { state: "submitted" }] } });
}

/** County offices that have sent nothing this week. */
export async function silentOffices(actor: Actor): Promise<string[]> {
  ask(has(actor, "editor"));
  const since = momentOf(weekOf(today()).from, "00:00");
  const silent = await db.office.findMany({
    where: { kind: "county", closedAt: null, items: { none: { submittedAt: { gte: since } } } },
    orderBy: { order: "asc" },
    select: { shortName: true },
  });
  return silent.map(({ shortName }) => shortName);
}

function order({ sort, view }: QueueFilter): Prisma.ItemOrderByWithRelationInput[] {
  const byOffice: Prisma.ItemOrderByWithRelationInput[] = [
    { office: { order: "asc" } },
    { date: "asc" },
    { id: "asc" },
  ];
  if (sort === "office") return byOffice;
  if (sort === "date") return [{ date: "asc" }, ...byOffice];
  const latestFirst = view !== "open";
  return [
    ...(latestFirst ? [] : [{ priority: "desc" as const }]),
    { submittedAt: latestFirst ? "desc" : "asc" },
    { id: "asc" },
  ];
}

function rowOf(actor: Actor) {
  return {
    id: true,
    state: true,
    kind: true,
    submissions: true,
    priority: true,
    needsCheck: true,
    headline: true,
    blocks: true,
    date: true,
    place: true,
    officialIds: true,
    note: true,
    office: { select: { shortName: true } },
    section: { select: { title: true } },
    submitted: { orderBy: { number: "desc" }, take: 1, select: { content: true } },
    reads: { where: { accountId: actor.id }, select: { number: true } },
  } satisfies Prisma.ItemSelect;
}

type Row = Prisma.ItemGetPayload<{ select: ReturnType<typeof rowOf> }>;

function asRow({ submitted, reads, ...row }: Row) {
  const { headline, blocks, date } = sentForDesk({ ...row, submitted });
  const { id, state, kind, submissions, priority, needsCheck, office, section } = row;
  return {
    ...{ id, state, kind, submissions, priority, needsCheck, office, section, date },
    title: titleOf({ headline, blocks }),
    images: imagesOf(blocks).length,
    unread: (reads[0]?.number ?? 0) < row.submissions,
  };
}

export type QueueRow = ReturnType<typeof asRow>;
