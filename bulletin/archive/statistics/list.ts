import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { readableIssues, visibleItems } from "../../policy";
import { line, optionalId } from "../../text/fields";
import { asBlocks } from "../../text/model";
import { titleOf } from "../../text/plain";
import { statisticsFilter } from "./filter";
import { adoptedItems, type Scope, sentIn } from "./scope";
import { type Selection, selectionOf } from "./selection";
import { forms } from "./tallies";

export const listPageSize = 50;
export const listed = ["sent", "adopted", "pending", "answered", "edited"] as const;

/** A figure of the page, as its list is asked for: the same filter, and which cell of it. */
export const listFilter = statisticsFilter.extend({
  what: z.enum(listed).catch("sent"),
  office: optionalId.catch(null),
  official: optionalId.catch(null),
  /** How it was printed. */
  form: z.enum(forms).nullable().catch(null),
  reason: line(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type ListFilter = z.output<typeof listFilter>;

/**
 * The items behind a figure: as many as the figure says, each once, the latest first. Each leads to the item
 * or to where it was printed as far as the person may see that.
 */
export async function listOf(actor: Actor, filter: ListFilter) {
  const selection = await selectionOf(actor, filter);
  const scope = narrowed(selection, filter);
  const items = itemsOf(scope, filter);
  const found = await db.$queryRaw<{ itemId: string; count: number }[]>`
    SELECT "itemId"::text AS "itemId", (count(*) OVER ())::int AS count FROM (${items}) AS items
    ORDER BY items.day DESC, "itemId" LIMIT ${listPageSize} OFFSET ${(filter.page - 1) * listPageSize}`;
  const count = found[0]?.count ?? (filter.page > 1 ? await countOf(items) : 0);
  const rows = await rowsOf(
    actor,
    scope,
    found.map(({ itemId }) => itemId),
  );
  const narrowedTo = await namesOf(selection, filter);
  return { selection, rows, count, narrowedTo, pages: Math.max(1, Math.ceil(count / listPageSize)) };
}

/** The scope of one cell. An office that the person does not see is none. */
export function narrowed(
  { scope, offices }: Selection,
  { office, official }: Pick<ListFilter, "office" | "official">,
): Scope {
  const officeIds = office ? offices.flatMap(({ id }) => (id === office ? id : [])) : scope.officeIds;
  return { ...scope, officeIds, officialId: official };
}

function itemsOf(scope: Scope, { what, form, reason }: ListFilter): Prisma.Sql {
  if (what === "sent") return Prisma.sql`SELECT "itemId", at AS day FROM "SentItem" WHERE ${sentIn(scope)}`;
  if (what === "pending") return pendingItems(scope);
  if (what === "answered")
    return Prisma.sql`
      SELECT "itemId", at AS day FROM "SentItem" WHERE "answeredAt" IS NOT NULL AND ${sentIn(scope)}`;
  if (reason)
    return Prisma.sql`
      SELECT "itemId", max(day) AS day FROM "PublishedItem"
      WHERE ${reason} = ANY (reasons) AND "itemId" IN (SELECT "itemId" FROM (${adoptedItems(scope)}) AS adopted)
      GROUP BY "itemId"`;
  const condition = what === "edited" ? Prisma.sql`changed > 0` : form ? Prisma.sql`form = ${form}` : Prisma.sql`true`;
  return Prisma.sql`SELECT "itemId", last AS day FROM (${adoptedItems(scope)}) AS adopted WHERE ${condition}`;
}

/** The office and the official to whom the figure belongs, for the head of the list. */
async function namesOf({ offices }: Selection, { office, official }: ListFilter): Promise<string[]> {
  const named = official ? await db.official.findUnique({ where: { id: official }, select: { name: true } }) : null;
  return [offices.find(({ id }) => id === office)?.shortName, named?.name].flatMap((each) => each ?? []);
}

/** Adopted into an issue that is not out yet: of what was sent in the scope. */
function pendingItems(scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT "itemId", at AS day FROM "SentItem"
    WHERE "itemId" IN (SELECT id FROM "Item" WHERE state IN ('adopted', 'merged')) AND ${sentIn(scope)}`;
}

export const pendingCount = (scope: Scope): Promise<number> => countOf(pendingItems(scope));

async function countOf(items: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${items}) AS items`;
  return row?.count ?? 0;
}

export async function rowsOf(actor: Actor, { issueIds, publicationId }: Scope, ids: string[]) {
  const of = { id: { in: ids } };
  const [items, seen, sent, printed] = await Promise.all([
    db.item.findMany({
      where: of,
      select: {
        ...{ id: true, kind: true, state: true, submissions: true, headline: true, blocks: true },
        office: { select: { shortName: true } },
        submitted: { orderBy: { number: "desc" }, take: 1, select: { content: true } },
      },
    }),
    db.item.findMany({ where: { AND: [of, visibleItems(actor)] }, select: { id: true } }),
    db.sentItem.findMany({ where: { itemId: { in: ids } } }),
    db.publishedItem.findMany({
      where: {
        itemId: { in: ids },
        ...(issueIds && { issueId: { in: issueIds } }),
        ...(publicationId && { publicationId }),
      },
      orderBy: { at: "asc" },
    }),
  ]);
  const issues = await issuesNamed(
    actor,
    printed.map(({ issueId }) => issueId),
  );
  const visible = new Set(seen.map(({ id }) => id));
  const byId = new Map(items.map((item) => [item.id, item]));
  const sentOf = new Map(sent.map((row) => [row.itemId, row]));
  return ids.flatMap((id) => {
    const item = byId.get(id);
    if (!item) return [];
    const { kind, state, submissions, office } = item;
    const times = sentOf.get(id);
    const isSeen = visible.has(id);
    const printings = printed
      .filter(({ itemId }) => itemId === id)
      .flatMap(({ issueId, day, section, changed }) => {
        const issue = issues.get(issueId);
        return issue ? { ...issue, day: fromColumn(day), section, changed } : [];
      });
    return {
      ...{ id, kind, state, submissions, isSeen, office: office.shortName },
      /** Null: counted, but not for this person to read. */
      title: isSeen || printings.some((each) => each.isSeen) ? titleSent(item) : null,
      sentOn: times ? fromColumn(times.day) : null,
      answered: times?.answeredAt ? (times.answeredAt.getTime() - times.at.getTime()) / 86_400_000 : null,
      printings,
    };
  });
}

export type ListedItem = Awaited<ReturnType<typeof rowsOf>>[number];

/** As it was sent last: what an office writes at it since is its own. */
function titleSent({
  headline,
  blocks,
  submitted,
}: {
  headline: string[];
  blocks: unknown;
  submitted: { content: unknown }[];
}) {
  const content = submitted[0]?.content as { headline: string[]; blocks: unknown } | undefined;
  const text = content ?? { headline, blocks };
  return titleOf({ headline: text.headline, blocks: asBlocks(text.blocks) }, 40);
}

async function issuesNamed(actor: Actor, ids: string[]) {
  const select = { id: true, year: true, number: true, series: true, publication: { select: { name: true } } } as const;
  const [issues, readable] = await Promise.all([
    db.issue.findMany({ where: { id: { in: ids } }, select }),
    db.issue.findMany({ where: { AND: [{ id: { in: ids } }, readableIssues(actor)] }, select: { id: true } }),
  ]);
  const open = new Set(readable.map(({ id }) => id));
  return new Map(
    issues.map(({ publication, ...issue }) => [
      issue.id,
      { ...issue, publication: publication.name, isSeen: open.has(issue.id) },
    ]),
  );
}
