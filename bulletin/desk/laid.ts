import type { Kind } from "@/generated/prisma/enums";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { itemIdsOf } from "../sources";
import { asBlocks } from "../text/model";

/** An item that an entry is made of. */
export type Source = { id: string; officeId: string; office: string; needsCheck: boolean };

type SectionRow = { id: string; issueId: string; title: string; style: Kind; order: number };
type EntryRow = { entry: string; kind: Kind; version: number; headline: string[]; date: Date | null; place: string };
type EntryTexts = { officialIds: string[]; blocks: unknown; placing: unknown; sources: Source[] };
type Row = SectionRow & ((EntryRow & EntryTexts) | { entry: null });

/**
 * How issues are laid: their sections with the entries in them, each in its order, and the items of each entry in
 * the order in which they came in. By one query, since the board and the desk ask it at every opening; a loop of
 * Prisma's relations is one for each. Whether the person may see them is asked before. With `titlesAlone` the text
 * of an entry is left out where it has a headline.
 */
export async function laidOut(issueIds: string[], { titlesAlone = false } = {}) {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s."issueId", s.title, s.style::text AS style, s."order", e.id AS entry, e.kind::text AS kind, e.version, e.headline,
      e.date, e.place, e."officialIds"::text[] AS "officialIds", e.placing, m.sources,
      CASE WHEN ${titlesAlone} AND cardinality(e.headline) > 0 THEN '[]'::jsonb ELSE e.blocks END AS blocks
    FROM "IssueSection" s LEFT JOIN "Entry" e ON e."sectionId" = s.id
    LEFT JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'officeId', i."officeId", 'office', o."shortName",
        'needsCheck', i."needsCheck") ORDER BY x."order"), '[]') AS sources
      FROM ${itemIdsOf} x JOIN "Item" i ON i.id = x."itemId" JOIN "Office" o ON o.id = i."officeId") m ON true
    WHERE s."issueId" = ANY(${issueIds}::uuid[]) ORDER BY s."order", s.id, e."order", e.id`;
  const sections = new Map<string, ReturnType<typeof asSection>>();
  for (const row of rows) {
    const section = sections.get(row.id) ?? asSection(row);
    sections.set(row.id, section);
    if (row.entry !== null) section.entries.push(asEntry(row));
  }
  return [...sections.values()];
}

function asSection({ id, issueId, title, style, order }: SectionRow) {
  return { id, issueId, title, style, order, entries: [] as ReturnType<typeof asEntry>[] };
}

function asEntry({
  entry,
  kind,
  version,
  headline,
  date,
  place,
  officialIds,
  blocks,
  placing,
  sources,
}: EntryRow & EntryTexts) {
  return {
    ...{ id: entry, kind, version, headline, place, officialIds, placing, sources },
    ...{ date: fromColumn(date), blocks: asBlocks(blocks) },
  };
}
