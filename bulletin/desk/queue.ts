import type { Item, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { momentOf, today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { ask, has, visibleItems } from "../policy";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";
import { atItsOffice } from "../workflow";
import { alongOrder, plainly } from "./holding";
import { filtered, isWaiting, type QueueFilter, viewed } from "./queueFilter";
import { countsOf, isBeyond } from "./viewCounts";

export const pageSize = 40;

/**
 * The desk's queue: items that have reached it, filtered, with a count for each view: true as far as it is counted,
 * and one more than that where there are more.
 */
export async function queue(actor: Actor, filter: QueueFilter) {
  ask(has(actor, "editor"));
  const left = await filtered(filter);
  const within: Prisma.ItemWhereInput = { AND: [visibleItems(actor), left] };
  const wanted = {
    where: { AND: [within, viewed(filter.view)] },
    orderBy: order(filter),
    skip: (filter.page - 1) * pageSize,
    // One more than a page holds, which says whether another follows, however far the view was counted.
    take: pageSize + 1,
    select: { id: true },
  } satisfies Prisma.ItemFindManyArgs;
  const isCommon = filter.text && !isWaiting(filter.view) && !left.id;
  const asking = isCommon ? alongOrder : plainly;
  const [rows, counts] = await Promise.all([
    filter.sort === "arrival" ? asking((tx) => tx.item.findMany(wanted)) : db.item.findMany(wanted),
    countsOf(within, filter, asking),
  ]);
  const count = counts[filter.view] ?? 0;
  return {
    items: await rowsOf(actor, rows.slice(0, pageSize)),
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
    db.item.findMany({ where, orderBy: { handledAt: "desc" }, take: 12, select: { id: true } }),
    db.item.count({ where }),
  ]);
  return { items: await rowsOf(actor, rows), count };
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

type Row = Pick<Item, "id" | "state" | "kind" | "submissions" | "priority" | "needsCheck" | "headline"> & {
  office: string;
  section: string | null;
  /** A day, as it is written down. */
  date: string | null;
  images: number;
  /** Where there is no headline to stand for it. */
  blocks: unknown;
  read: number | null;
};

/**
 * What the lines of these items say, in their order, by one query, and of each the text that sentForDesk shows.
 * Of a text that has a headline nothing is read: most are long, and lie apart from their row. Whether the person may
 * see them was asked before.
 */
async function rowsOf(actor: Actor, items: { id: string }[]) {
  const ids = items.map(({ id }) => id);
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, i.state::text AS state, i.kind::text AS kind, i.submissions, i.priority, i."needsCheck", o."shortName" AS office,
      t.title AS section, r.number AS read, x.headline, x.date, cardinality(x.images) AS images,
      CASE WHEN cardinality(x.headline) = 0 THEN coalesce(s.content -> 'blocks', i.blocks) END AS blocks
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY w(id, n) JOIN "Item" i ON i.id = w.id JOIN "Office" o ON o.id = i."officeId"
    LEFT JOIN "Section" t ON t.id = i."sectionId"
    LEFT JOIN "ItemRead" r ON r."itemId" = i.id AND r."accountId" = ${actor.id}::uuid
    LEFT JOIN LATERAL (SELECT content, "imageIds" FROM "Submission" WHERE "itemId" = i.id
      AND i.state::text = ANY(${[...atItsOffice]}) ORDER BY number DESC LIMIT 1) s ON true
    CROSS JOIN LATERAL (SELECT
      CASE WHEN s.content IS NULL THEN i.headline ELSE ARRAY(SELECT jsonb_array_elements_text(s.content -> 'headline')) END AS headline,
      CASE WHEN s.content IS NULL THEN i.date::text ELSE s.content ->> 'date' END AS date,
      coalesce(s."imageIds", i."imageIds") AS images) x
    ORDER BY w.n`;
  return rows.map(asRow);
}

function asRow({ headline, blocks, read, ...row }: Row) {
  return {
    ...row,
    title: titleOf({ headline, blocks: blocks === null ? [] : asBlocks(blocks) }),
    unread: (read ?? 0) < row.submissions,
  };
}

export type QueueRow = ReturnType<typeof asRow>;
