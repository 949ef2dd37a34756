import type { Client } from "pg";

/** Of a city that printed on paper before: with a million items 50,000 issues in all. */
export function pastIssues(items: number, issues: number): number {
  return Math.max(0, Math.round(items / 20) - issues);
}

/**
 * Issues of the years before, as an import leaves them: archived, under their own numbers, addressed to nobody.
 * Each of three entries without an item, whose texts are those of entries that `fill` has made: 26 years of two
 * publications. Their documents in the index are written by the triggers' own function.
 */
export async function enterPast(client: Client, count: number): Promise<void> {
  await client.query(`CREATE TEMP TABLE past AS
    SELECT k, gen_random_uuid() AS id, gen_random_uuid() AS section, k % 2 AS pub, 1990 + k / 2 % 26 AS year, k / 52 + 1 AS number,
      make_date(1990 + k / 2 % 26, 1, 1) + k / 52 % 365 AS date FROM generate_series(0, ${count} - 1) k`);
  await client.query(`CREATE TEMP TABLE past_entry AS
    SELECT p.*, gen_random_uuid() AS entry, e.n, e.kind, e.headline, e.blocks FROM past p,
    LATERAL (SELECT s.kind, s.headline, s.blocks, row_number() OVER () - 1 AS n FROM sample s
      WHERE s.at BETWEEN p.k * 3 % 999 AND p.k * 3 % 999 + 2) e`);
  await client.query("CREATE INDEX ON past_entry (k); ANALYZE past_entry");
  for (const statement of writing) await client.query(statement);
  await client.query(`SELECT "searchWholeIssue"(i) FROM "Issue" i WHERE state = 'archived'`);
}

/** A thousand entries of the filling, in their order. */
export const takeSample = `CREATE TEMP TABLE sample AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS at, kind, headline, blocks FROM (SELECT * FROM "Entry" ORDER BY id LIMIT 1002) e`;

const out = "(p.date + time '06:00') AT TIME ZONE 'UTC'";
const publication = `('01900003-0000-7000-8000-' || lpad(to_hex(p.pub), 12, '0'))::uuid`;
const writing = [
  `INSERT INTO "IssueSection" (id, "issueId", title, style, "order") SELECT section, id, '重要活动', 'story', 0 FROM past`,
  `INSERT INTO "Entry" (id, "issueId", "sectionId", kind, "order", version, headline, date, "officialIds", blocks, "imageIds")
   SELECT entry, id, section, kind, n, 1, headline, date, '{}', blocks, '{}' FROM past_entry`,
  `INSERT INTO "Issue" (id, "publicationId", state, version, year, number, date, lists, imprint, "compilerIds", content, "createdAt", "updatedAt")
   SELECT p.id, ${publication}, 'archived', 1, p.year, p.number, p.date, '[]', '{}', '{}',
     jsonb_build_object('publication', b.name, 'region', b.region, 'issuer', b.issuer, 'marking', 'ordinary', 'layout', b.layout,
       'series', 'regular', 'year', p.year, 'number', p.number, 'total', NULL, 'date', p.date, 'editorNote', '', 'lists', '[]'::jsonb,
       'imprint', '{"editors":"","reviewers":"","signer":"","phone":"","email":"","copies":0}'::jsonb,
       'sections', jsonb_build_array(jsonb_build_object('title', '重要活动', 'style', 'story', 'entries', (
         SELECT jsonb_agg(jsonb_build_object('id', entry, 'kind', kind, 'headline', headline, 'office', '', 'date', e.date, 'place', '',
           'blocks', blocks) ORDER BY n) FROM past_entry e WHERE e.k = p.k)))),
     ${out}, ${out}
   FROM past p JOIN "Publication" b ON b.id = ${publication}`,
];
