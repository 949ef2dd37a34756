import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { toColumn, today, weekOf } from "@/lib/dates";
import { db, literally } from "@/lib/db";
import { sentForDesk } from "../intake/sent";
import { ask, has, visibleItems } from "../policy";
import { line, optionalDay, optionalId } from "../text/fields";
import { imagesOf } from "../text/model";
import { titleOf } from "../text/plain";
import { holding } from "./holding";

export const pageSize = 40;
const zone = "+08:00";

export const queueViews = [
  "open",
  "priority",
  "needsCheck",
  "again",
  "adopted",
  "merged",
  "published",
  "returned",
  "declined",
  "week",
] as const;
export type QueueView = (typeof queueViews)[number];

export const queueFilter = z.object({
  view: z.enum(queueViews).catch("open"),
  office: optionalId.catch(null),
  publication: optionalId.catch(null),
  section: optionalId.catch(null),
  kind: z.enum(["story", "brief"]).nullable().catch(null),
  from: optionalDay.catch(null),
  to: optionalDay.catch(null),
  text: line(60).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  sort: z.enum(["office", "date", "arrival"]).catch("arrival"),
});

export type QueueFilter = z.output<typeof queueFilter>;

/** What waits is counted to the last item. Of what was handled over the years, the view that is open to a thousand, */
export const mostCounted = 1_000;
/** and the others so far, that one sees whether there is anything; nobody needs to know more of them. */
export const mostTold = 100;

/** How many stand in a view; null where it was not counted. */
export type ViewCounts = Record<QueueView, number | null>;

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

const waiting = ["open", "priority", "needsCheck", "again"] as const satisfies QueueView[];

/** How far a view is counted. By a text or by days each that is not open would have to be read through. */
export function countedTo(view: QueueView, { view: open, text, from, to }: Counting): number {
  if (view === open) return text ? mostTold : mostCounted;
  return text || from || to ? 0 : mostTold;
}

type Counting = Pick<QueueFilter, "view" | "text" | "from" | "to">;

function isBeyond(counts: ViewCounts, view: QueueView, filter: Counting): boolean {
  return !(waiting as readonly QueueView[]).includes(view) && (counts[view] ?? 0) > countedTo(view, filter);
}

/** The number of a view as it is told: true, or that there are more; undefined where it was not counted. */
export function toldCount(counts: ViewCounts, view: QueueView, filter: Counting): number | string | undefined {
  return isBeyond(counts, view, filter) ? `${countedTo(view, filter)}+` : (counts[view] ?? undefined);
}

async function countsOf(within: Prisma.ItemWhereInput, filter: QueueFilter): Promise<ViewCounts> {
  const handled = queueViews.filter((view) => !(waiting as readonly QueueView[]).includes(view));
  const [groups, ...counts] = await Promise.all([
    db.item.groupBy({
      by: ["priority", "needsCheck", "submissions"],
      where: { AND: [within, viewed("open")] },
      _count: true,
    }),
    ...handled.map((view) => {
      const most = countedTo(view, filter);
      return most ? db.item.count({ where: { AND: [within, viewed(view)] }, take: most + 1 }) : null;
    }),
  ]);
  const sum = (of: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(of).reduce((all, { _count }) => all + _count, 0);
  return {
    ...(Object.fromEntries(handled.map((view, at) => [view, counts[at] ?? null])) as ViewCounts),
    open: sum(() => true),
    priority: sum(({ priority }) => priority),
    needsCheck: sum(({ needsCheck }) => needsCheck),
    again: sum(({ submissions }) => submissions > 1),
  };
}

/** The items that were handled today, which stay in sight below the open ones. */
export async function handledToday(actor: Actor) {
  ask(has(actor, "editor"));
  const where: Prisma.ItemWhereInput = {
    AND: [
      visibleItems(actor),
      { state: { not: "submitted" }, handledAt: { gte: new Date(`${today()}T00:00:00${zone}`) } },
    ],
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
  const since = new Date(`${weekOf(today()).from}T00:00:00${zone}`);
  const silent = await db.office.findMany({
    where: { kind: "county", closedAt: null, items: { none: { submittedAt: { gte: since } } } },
    orderBy: { order: "asc" },
    select: { shortName: true },
  });
  return silent.map(({ shortName }) => shortName);
}

function viewed(view: QueueView): Prisma.ItemWhereInput {
  switch (view) {
    case "open":
      return { state: "submitted" };
    case "priority":
    case "needsCheck":
      return { state: "submitted", [view]: true };
    case "again":
      return { state: "submitted", submissions: { gt: 1 } };
    case "adopted":
    case "merged":
    case "published":
    case "returned":
    case "declined":
      return { state: view };
    case "week":
      return { submittedAt: { gte: new Date(`${weekOf(today()).from}T00:00:00${zone}`) } };
  }
}

async function filtered(filter: QueueFilter): Promise<Prisma.ItemWhereInput> {
  const { office, publication, section, kind, from, to, text, view } = filter;
  // What waits is little, and is read through sooner than the index is asked.
  const isFew = (waiting as readonly QueueView[]).includes(view);
  const range = { ...(from && { gte: toColumn(from) }), ...(to && { lte: toColumn(to) }) };
  return {
    ...(office && { officeId: office }),
    ...(publication && { publicationId: publication }),
    ...(section && { sectionId: section }),
    ...(kind && { kind }),
    ...((from || to) && { date: range }),
    ...(text && { plain: { contains: literally(text), mode: "insensitive" }, ...(!isFew && (await holding(text))) }),
  };
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
