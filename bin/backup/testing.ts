import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { databaseAt } from "@/bulletin/testing/globalSetup";
import { withClient } from "../client";

/** A folder for the files of a test file. */
export function inFolder(): (name: string) => string {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bianfa-backup-test-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}

/**
 * Databases beside that of the worker: copies of a template, the superuser's; and empty ones of a role that owns them
 * and nothing else, as an office's own PostgreSQL has them.
 */
export function onDatabases() {
  const postgres = inject("postgres");
  const ends: string[] = [];
  const name = (kind: string) => `${kind}_${process.env.VITEST_POOL_ID}_${randomBytes(4).toString("hex")}`;
  afterAll(() =>
    withClient(postgres, async (client) => {
      for (const end of ends.reverse()) await client.query(end);
    }),
  );
  return {
    made: async (template: string): Promise<string> => {
      const database = name("copy");
      ends.push(`DROP DATABASE ${database} WITH (FORCE)`);
      await withClient(postgres, (client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`));
      return databaseAt(postgres, database);
    },
    owned: async (): Promise<string> => {
      const database = name("owned");
      ends.push(`DROP ROLE ${database}`, `DROP DATABASE ${database} WITH (FORCE)`);
      await withClient(postgres, async (client) => {
        await client.query(`CREATE ROLE ${database} LOGIN PASSWORD 'plain'`);
        await client.query(`CREATE DATABASE ${database} OWNER ${database}`);
      });
      const url = new URL(databaseAt(postgres, database));
      url.username = database;
      url.password = "plain";
      return url.href;
    },
  };
}

/** Rows with all that could be lost on the way: control characters, NULL beside the empty, exact numbers, bytes, arrays. */
export async function writeStrange(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO "Office" (id, name, "shortName", kind, "order") VALUES
         ('01900000-0000-7000-8000-000000000001', $1, '\\N', 'county', 1), ('01900000-0000-7000-8000-000000000002', '', '', 'county', 2)`,
      ["云岭县\t办\r\n公\\室\u000b🌾"],
    );
    await client.query(
      `INSERT INTO "Account" (id, account, name, "passwordHash", "officeId", "createdAt")
       VALUES ('01900000-0000-7000-8000-00000000000a', 'office', '某', 'x', '01900000-0000-7000-8000-000000000001', '0044-03-15 BC')`,
    );
    await client.query(`INSERT INTO "Setting" VALUES ('Z', $1), ('a', $2), ('汉', 'null')`, [
      '{"b":1.10,"a":1e400,"text":"\\\\ \\n \\u2028","deep":[[[]]],"big":12345678901234567890.123456789}',
      '"\\\\."',
    ]);
    await client.query(
      `INSERT INTO "Image" (id, type, width, height, bytes, "officeId", "uploadedById", "createdAt")
       SELECT gen_random_uuid(), 'image/jpeg', 1, 1, decode(string_agg(lpad(to_hex(n % 256), 2, '0'), ''), 'hex'),
         '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-00000000000a', now() FROM generate_series(0, 300000) n`,
    );
    await client.query(
      `INSERT INTO "Event" (id, at, "actorName", act, detail) SELECT n, timestamptz '2026-11-30 08:00:00.123+08' + n * interval '1 ms', 'x', 'y', '{}'
       FROM generate_series(9007199254740993, 9007199254741993) n`,
    );
    await client.query(`SELECT setval('"Event_id_seq"', 9007199254741993)`);
    await client.query(
      `INSERT INTO "PublishedItem" ("entryId", "itemId", "issueId", "officeId", "publicationId", section, kind, "officialIds", day, at, "sentAt", changed, reasons)
       VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '', 'brief', '{}',
         '9999-12-31', 'infinity', now(), 0.1::real / 3, ARRAY['', 'NULL', '"', ',', '{}', E'\\\\'])`,
    );
  });
}

/** The shape of a database: what a restore takes apart and puts together again. */
export async function schemaOf(url: string): Promise<unknown> {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `SELECT 'index' AS kind, pg_get_indexdef(indexrelid) AS text, indisvalid::text AS state,
         (SELECT string_agg(coalesce(attstattarget::text, '-'), ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = indexrelid) AS more
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), convalidated::text, condeferred::text
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT 'trigger', pg_get_triggerdef(t.oid), tgenabled::text, '' FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
       WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'function', pg_get_functiondef(oid), '', '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
       UNION ALL SELECT 'column', attrelid::regclass || '.' || attname, format_type(atttypid, atttypmod),
         concat_ws(' ', attnotnull, attstorage, pg_get_expr(adbin, adrelid)) FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       WHERE attnum > 0 AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'table', relname, reloptions::text, '' FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       ORDER BY 1, 2`,
    ),
  );
  return rows;
}
