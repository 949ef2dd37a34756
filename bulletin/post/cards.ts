import type { Series } from "@/generated/prisma/enums";
import type { Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { Kept } from "@/lib/kept";
import { signedKey } from "../press/signed";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";

/** An issue as a card: its name, its first headlines, how many entries and pages it has. */
export type CardIssue = {
  id: string;
  /** The same for as long as nothing on the card changes. */
  key: string;
  publication: string;
  series: Series;
  number: number;
  edition: number;
  date: Day | null;
  entries: number;
  pages: number | null;
  titles: string[];
};

/** What names a card: the signed text, and the publication as it is called now. */
export type Named = { issueId: string; contentHash: string | null; publication: string };
export type Card<T> = T & { issue: CardIssue };

type Fixed = Omit<CardIssue, "key" | "publication">;

const kept = new Kept<Fixed>(5_000);

/**
 * The issues of these rows as cards. What is signed never changes, so it is put together once for all readers;
 * which rows are before whom is asked by the caller, each time.
 */
export async function asCards<T extends Named>(rows: T[]): Promise<Card<T>[]> {
  const keyOf = (row: T) => signedKey({ id: row.issueId, contentHash: row.contentHash }) ?? row.issueId;
  const found = new Map(
    rows.flatMap((row) => {
      const fixed = kept.get(keyOf(row));
      return fixed ? [[row.issueId, fixed] as const] : [];
    }),
  );
  const unknown = rows.filter(({ issueId }) => !found.has(issueId));
  if (unknown.length)
    for (const fixed of await read(unknown.map(({ issueId }) => issueId))) {
      found.set(fixed.id, fixed);
      const row = unknown.find(({ issueId }) => issueId === fixed.id);
      // The file comes last: until it is there, the card is not whole.
      if (row?.contentHash && fixed.pages !== null) kept.set(keyOf(row), fixed);
    }
  return rows.flatMap((row) => {
    const fixed = found.get(row.issueId);
    const { publication } = row;
    return fixed ? [{ ...row, issue: { ...fixed, publication, key: `${keyOf(row)} ${publication}` } }] : [];
  });
}

type Row = Omit<Fixed, "titles"> & { texts: { headline: string[]; blocks: unknown }[] };

/** The first three headlines of each; the text of an entry only where it has none, as a brief. */
async function read(issueIds: string[]): Promise<Fixed[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, i.series, coalesce(i.number, 0) AS number, i.edition, i.date::text AS date, f.pages,
      (SELECT count(*)::int FROM "Entry" e WHERE e."issueId" = i.id) AS entries,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('headline', t.headline, 'blocks', t.blocks) ORDER BY t.section, t."order", t.id), '[]')
       FROM (SELECT e.headline, CASE WHEN cardinality(e.headline) = 0 THEN e.blocks ELSE '[]'::jsonb END AS blocks,
               s."order" AS section, e."order", e.id
             FROM "Entry" e JOIN "IssueSection" s ON s.id = e."sectionId"
             WHERE e."issueId" = i.id ORDER BY s."order", e."order", e.id LIMIT 3) t) AS texts
    FROM "Issue" i LEFT JOIN "IssueFile" f ON f."issueId" = i.id
    WHERE i.id = ANY(${issueIds}::uuid[])`;
  return rows.map(({ texts, ...row }) => ({
    ...row,
    titles: texts.map(({ headline, blocks }) => titleOf({ headline, blocks: asBlocks(blocks) }, 24)),
  }));
}
