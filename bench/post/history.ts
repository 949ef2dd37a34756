import { distributed } from "@/bulletin/testing/issues";
import { submitted } from "@/bulletin/testing/items";
import { few, many, type Settled } from "./people";
import type { Trial } from "./trial";

const unread = 20;

/**
 * Years of issues, copied from one that went out through the domain functions: one reader has all of
 * them, the other the latest few; both have read all but the same latest ones.
 */
export async function writeHistory({ sql }: Trial, { people, long, short }: Settled): Promise<void> {
  const items = [];
  for (let at = 0; at < 3; at++) items.push(await submitted(people.writer, people.publication));
  const issueId = await distributed(people, { items });
  for (const statement of copies)
    await sql(`SET session_replication_role = replica; ${statement}`.replaceAll("$1", `'${issueId}'`));
  for (const [reader, count] of [
    [long, many],
    [short, few],
  ] as const)
    await sql(deliveries, [reader.id, count, unread]);
  await sql("ANALYZE");
}

// The signed content cannot be changed, so its triggers rest while it is copied.
const copies = [
  `INSERT INTO "Issue" SELECT r.* FROM "Issue" i, generate_series(1, ${many}) n,
    jsonb_populate_record(NULL::"Issue", to_jsonb(i) || jsonb_build_object('id', gen_random_uuid(), 'year', 2000,
      'number', n, 'distributedAt', i."distributedAt" - n * interval '1 hour')) r WHERE i.id = $1`,
  `INSERT INTO "IssueFile" SELECT i.id, '\\x00', f.hash, f.pages
    FROM "Issue" i, "IssueFile" f WHERE i.year = 2000 AND f."issueId" = $1`,
  `INSERT INTO "IssueSection" SELECT r.* FROM "Issue" i, "IssueSection" s,
    jsonb_populate_record(s, jsonb_build_object('id', md5(i.id::text || s.id::text)::uuid, 'issueId', i.id)) r
    WHERE i.year = 2000 AND s."issueId" = $1`,
  `INSERT INTO "Entry" SELECT r.* FROM "Issue" i, "Entry" e,
    jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'issueId', i.id,
      'sectionId', md5(i.id::text || e."sectionId"::text)::uuid)) r
    WHERE i.year = 2000 AND e."issueId" = $1`,
];

const deliveries = `INSERT INTO "Delivery" (id, "issueId", "accountId", labels, "deliveredAt", "openedAt", "acknowledgedAt")
  SELECT gen_random_uuid(), i.id, $1, '{各位}', i."distributedAt", read, read
  FROM "Issue" i, LATERAL (SELECT CASE WHEN i.number > $3::int THEN i."distributedAt" END AS read) r
  WHERE i.year = 2000 AND i.number <= $2::int`;
