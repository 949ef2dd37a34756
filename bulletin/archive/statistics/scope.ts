import { Prisma } from "@/generated/prisma/client";
import type { Kind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/dates";

/** What is being counted: every figure of a page, and the list behind it, is counted within one of these. */
export type Scope = {
  from: Day;
  to: Day;
  /** A range of issues: what they carry is adopted, whenever they went out. */
  issueIds: string[] | null;
  publicationId: string | null;
  /** `ids`: null where the items of no section are meant. */
  section: { title: string; ids: string[] | null } | null;
  /** Null: all offices. */
  officeIds: string[] | null;
  officialId: string | null;
  kind: Kind | null;
};

/**
 * Sent (报送): items that have reached the desk, by the day on which each did so first. Sent again, an item
 * is the same item. One that its office has taken back does not count until it is sent again.
 */
export function sentIn({ from, to, publicationId, section, officeIds, officialId, kind }: Scope): Prisma.Sql {
  return all([
    Prisma.sql`NOT withdrawn`,
    Prisma.sql`day BETWEEN ${from}::date AND ${to}::date`,
    publicationId && Prisma.sql`"publicationId" = ${publicationId}::uuid`,
    section && (section.ids ? Prisma.sql`"sectionId" = ANY (${section.ids}::uuid[])` : Prisma.sql`"sectionId" IS NULL`),
    officeIds && Prisma.sql`"officeId" = ANY (${officeIds}::uuid[])`,
    officialId && Prisma.sql`${officialId}::uuid = ANY ("officialIds")`,
    kind && Prisma.sql`kind = ${kind}::"Kind"`,
  ]);
}

/**
 * Adopted (采用): items printed in an issue that is out, by the day on which its number first went out, or
 * within the given issues. The rows of "PublishedItem" are exactly those (docs/statistics.md).
 */
export function adoptedIn(scope: Scope): Prisma.Sql {
  const { from, to, issueIds, publicationId, section, officeIds, officialId, kind } = scope;
  return all([
    issueIds
      ? Prisma.sql`"issueId" = ANY (${issueIds}::uuid[])`
      : Prisma.sql`day BETWEEN ${from}::date AND ${to}::date`,
    publicationId && Prisma.sql`"publicationId" = ${publicationId}::uuid`,
    section && Prisma.sql`section = ${section.title}`,
    officeIds && Prisma.sql`"officeId" = ANY (${officeIds}::uuid[])`,
    officialId && Prisma.sql`${officialId}::uuid = ANY ("officialIds")`,
    kind && Prisma.sql`kind = ${kind}::"Kind"`,
  ]);
}

/**
 * The adopted items, each once: printed by two publications, an item is one row here, and one in the scope
 * of either. A merged one (合编) is a row for each item in it. `form` is how it was printed. Only what was
 * printed more than once has to be brought together.
 */
export function adoptedItems(scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT "itemId", "officeId", CASE WHEN merged THEN 'merged' ELSE kind::text END AS form,
      day AS last, at - "sentAt" AS took, changed
    FROM "PublishedItem" WHERE NOT shared AND ${adoptedIn(scope)}
    UNION ALL
    SELECT "itemId", "officeId", CASE WHEN bool_or(merged) THEN 'merged' ELSE min(kind)::text END,
      max(day), min(at - "sentAt"), max(changed)
    FROM "PublishedItem" WHERE shared AND ${adoptedIn(scope)} GROUP BY "itemId", "officeId"`;
}

/** How many items were adopted under each key, an item once under each (`key`, `count`). */
export function adoptedBy(scope: Scope, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT key, sum(count)::int AS count FROM (
      SELECT key, count(*) AS count
      FROM (SELECT ${key} AS key FROM "PublishedItem" WHERE NOT shared AND ${adoptedIn(scope)}) AS once GROUP BY key
      UNION ALL
      SELECT key, count(*)
      FROM (SELECT DISTINCT "itemId", ${key} AS key FROM "PublishedItem" WHERE shared AND ${adoptedIn(scope)}) AS again
      GROUP BY key
    ) AS counted GROUP BY key`;
}

function all(conditions: (Prisma.Sql | null | "")[]): Prisma.Sql {
  return Prisma.join(
    conditions.filter((each): each is Prisma.Sql => Boolean(each)),
    " AND ",
  );
}
