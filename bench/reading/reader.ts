import type { Client } from "pg";
import { withClient } from "@/bin/client";
import { idOf } from "../archive/house";

/** A leader with a tray of their own beside the people of the filling: 2,000 issues, the latest 50 not read yet. */
const number = 5_000;
export const reader = idOf("account", number);
export const inTray = 2_000;
export const unread = 50;
/** The latest issue: 25 entries, as all of the filling have. */
export type Reading = { readerId: string; issueId: string; words: string };

/** Enters the leader into what `fill` has filled; of a small filling the latest issue is copied until there are enough. */
export function enterReader(url: string): Promise<Reading> {
  return withClient(url, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO "Account" (id, account, name, "passwordHash", "officeId", "createdAt", "officialId")
       VALUES ($1, 'leader', '沈伯言', 'none', $2, '2015-01-01', $3)`,
      [reader, idOf("office", 0), idOf("official", 1)],
    );
    await client.query(`INSERT INTO "RoleGrant" VALUES ($1, 'reader', '2015-01-01')`, [reader]);
    await copyIssues(client);
    await client.query(
      `INSERT INTO "Delivery" (id, "issueId", "accountId", labels, "deliveredAt", "openedAt", "acknowledgedAt")
       SELECT gen_random_uuid(), id, $1, '{各位}', "distributedAt", "distributedAt", CASE WHEN n > $2 THEN "distributedAt" END
       FROM (SELECT *, row_number() OVER (ORDER BY "distributedAt" DESC, id DESC) AS n FROM "Issue" WHERE state = 'distributed') i
       WHERE n <= $3`,
      [reader, unread, inTray],
    );
    await client.query(
      `INSERT INTO "IssueFile" SELECT "issueId", '\\x00', 'none', 11 FROM "Delivery" WHERE "accountId" = $1 ON CONFLICT DO NOTHING`,
      [reader],
    );
    await client.query("ANALYZE");
    const { rows } = await client.query(
      `SELECT i.id, i.content #>> '{sections,2,entries,0,blocks,0,runs,0,text}' AS words FROM "Delivery" d JOIN "Issue" i ON i.id = d."issueId"
       WHERE "accountId" = $1 AND jsonb_path_query_array(content, '$.sections[*].entries[*]') IS NOT NULL
       ORDER BY "deliveredAt" DESC, d.id DESC LIMIT 1`,
      [reader],
    );
    return { readerId: reader, issueId: rows[0].id, words: rows[0].words };
  });
}

async function copyIssues(client: Client): Promise<void> {
  const { rows } = await client.query(`SELECT count(*)::int AS count FROM "Issue" WHERE state = 'distributed'`);
  const missing = inTray - rows[0].count;
  if (missing <= 0) return;
  for (const statement of copies) await client.query(statement.replaceAll("$1", String(missing)));
}

/** Of no year of the filling. */
const copied = 1900;
const latest = `(SELECT * FROM "Issue" WHERE state = 'distributed' ORDER BY "distributedAt" DESC LIMIT 1) i`;
const copies = [
  `INSERT INTO "Issue" SELECT r.* FROM ${latest}, generate_series(1, $1) n, jsonb_populate_record(NULL::"Issue", to_jsonb(i)
     || jsonb_build_object('id', gen_random_uuid(), 'year', ${copied}, 'number', n, 'distributedAt', i."distributedAt" - n * interval '1 hour')) r`,
  `INSERT INTO "IssueSection" SELECT r.* FROM "Issue" c, ${latest} JOIN "IssueSection" s ON s."issueId" = i.id,
     jsonb_populate_record(s, jsonb_build_object('id', md5(c.id::text || s.id::text)::uuid, 'issueId', c.id)) r WHERE c.year = ${copied}`,
  `INSERT INTO "Entry" SELECT r.* FROM "Issue" c, ${latest} JOIN "Entry" e ON e."issueId" = i.id,
     jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'issueId', c.id, 'sectionId', md5(c.id::text || e."sectionId"::text)::uuid)) r
   WHERE c.year = ${copied}`,
];
