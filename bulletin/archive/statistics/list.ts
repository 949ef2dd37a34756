import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { line, optionalId } from "../../text/fields";
import { statisticsFilter } from "./filter";
import { rowsOf } from "./listedItems";
import { adoptedIn, adoptedItems, type Scope, sentIn } from "./scope";
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
      WHERE ${reason} = ANY (reasons) AND ${adoptedIn(scope)}
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
