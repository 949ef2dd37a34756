import { dayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Source, Use } from "./facts";

type Row = {
  id: string;
  issueId: string;
  kind: "story" | "brief";
  sources: Source[];
  publicationId: string;
  state: "distributed" | "corrected" | "recalled";
  out: Date;
  recalled: Date | null;
  count: number;
  /** The entry of the earlier edition, and whether that one was recalled: this one then begins anew. */
  before: string | null;
  beforeRecalled: boolean | null;
  /** Of a corrected issue: when its next edition went out, and whether that still carries the entry. */
  nextOut: Date | null;
  next: string | null;
};

/** What a use says of the entry that it is about. */
type Entry = Pick<Use, "entryId" | "publicationId" | "kind" | "isSingle" | "sources">;
type About = { entryId: string | null; issueId?: string };

/**
 * The entries that went out or were taken back between two moments, and those that the relays and instructions given are about.
 * Editions of one number are one entry, printed on the day of the first; one that a new edition drops, or
 * that was recalled, is taken back on that day. A new edition of a recalled issue is printed anew.
 */
export async function readPrinted(from: Date, to: Date, relays: About[], instructions: About[]) {
  const entryIds = [...relays, ...instructions].flatMap(({ entryId }) => entryId ?? []);
  const issueIds = instructions.flatMap(({ issueId }) => issueId ?? []);
  const rows = await read(from, to, [...new Set(entryIds)], [...new Set(issueIds)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const firstOf = (row: Row): Row => {
    const before = row.before && !row.beforeRecalled ? byId.get(row.before) : undefined;
    return before ? firstOf(before) : row;
  };
  const lastOf = (row: Row): Row => {
    const next = row.next ? byId.get(row.next) : undefined;
    return next ? lastOf(next) : row;
  };
  const entryOf = (row: Row): Entry => {
    const first = firstOf(row);
    const { id: entryId, publicationId, kind, sources } = first;
    return { entryId, publicationId, kind, isSingle: first.count === 1, sources };
  };
  return {
    entry: (id: string) => {
      const row = byId.get(id);
      return row ? entryOf(row) : null;
    },
    onlyOf: (issueId: string) => {
      const row = rows.find((each) => each.issueId === issueId);
      return row && row.count === 1 ? entryOf(row) : null;
    },
    *uses(): Generator<Use> {
      for (const row of rows) {
        // An edition is printed with its first.
        if (row.before && !row.beforeRecalled) continue;
        const own = { id: `printed ${row.id}`, what: "printed" as const, levelId: null, name: "" };
        const given = { day: dayOf(row.out), knownAt: row.out.getTime(), endedOn: endOf(lastOf(row)) };
        yield { ...entryOf(row), ...own, ...given };
      }
    },
  };
}

function endOf({ state, recalled, nextOut, next }: Row): string | null {
  if (state === "recalled") return recalled && dayOf(recalled);
  return state === "corrected" && nextOut && !next ? dayOf(nextOut) : null;
}

/** One statement: a year of a large city is some ten thousand rows. */
function read(from: Date, to: Date, entryIds: string[], issueIds: string[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH RECURSIVE asked AS (
      SELECT e.id FROM "Issue" s JOIN "Entry" e ON e."issueId" = s.id
      WHERE s.state IN ('distributed', 'corrected', 'recalled') AND (
        (s."distributedAt" >= ${from} AND s."distributedAt" < ${to})
        OR (s."recalledAt" >= ${from} AND s."recalledAt" < ${to})
        OR (s.state = 'corrected' AND EXISTS (
          SELECT 1 FROM "Issue" n WHERE n."correctsId" = s.id AND n."distributedAt" >= ${from} AND n."distributedAt" < ${to}
        ))
      )
      UNION SELECT id FROM "Entry" WHERE id = ANY(${entryIds}::uuid[])
      UNION SELECT id FROM "Entry" WHERE "issueId" = ANY(${issueIds}::uuid[])
    ), wanted AS (
      SELECT e.id, e."correctsId" FROM asked a JOIN "Entry" e ON e.id = a.id
      UNION
      SELECT e.id, e."correctsId" FROM wanted w JOIN "Entry" e ON e.id = w."correctsId"
    )
    SELECT e.id, e."issueId", e.kind, s."publicationId", s.state,
      COALESCE((
        SELECT json_agg(json_build_object('itemId', i.id, 'officeId', i."officeId") ORDER BY i.id) FROM "Item" i
        WHERE i.id = e."itemId" OR i.id IN (SELECT "itemId" FROM "EntrySource" WHERE "entryId" = e.id)
      ), '[]') AS sources,
      s."distributedAt" AS out, s."recalledAt" AS recalled,
      (SELECT count(*)::int FROM "Entry" o WHERE o."issueId" = s.id) AS count,
      e."correctsId" AS before, b.state = 'recalled' AS "beforeRecalled",
      n."distributedAt" AS "nextOut", x.id AS next
    FROM wanted w
    JOIN "Entry" e ON e.id = w.id
    JOIN "Issue" s ON s.id = e."issueId" AND s.state IN ('distributed', 'corrected', 'recalled')
    LEFT JOIN "Issue" b ON b.id = s."correctsId"
    LEFT JOIN "Issue" n ON s.state = 'corrected' AND n."correctsId" = s.id
      AND n.state IN ('distributed', 'corrected', 'recalled')
    LEFT JOIN "Entry" x ON x."issueId" = n.id AND x."correctsId" = e.id
    ORDER BY e.id`;
}
