import { createHash } from "node:crypto";
import type { Client } from "pg";
import { withClient } from "../client";
import { MIGRATING, migrate } from "../migrate/apply";
import { MIGRATIONS } from "../migrate/folder";
import { Sentence } from "../sentence";
import { endOpen } from "./endOpen";
import { damaged, type Frame, type Header, type Sequence, type TableEnd, type TableHead } from "./format";
import { putToRest } from "./rest";
import { Fault } from "./runs";
import { scriptsFor } from "./scripts";
import { headerOf, verifySeal, withFrames } from "./seal";
import { EXACT, nameOf, quoted, rowsIn, rowsOut, tablesOf } from "./tables";

export type Restored = { header: Header; tables: number; rows: number; migrated: string[] };

/**
 * Puts a backup into an empty database, counts and hashes every table there against the file, and then applies the
 * migrations that are newer than it. All but the last is one transaction: whatever happens, the database has
 * everything or is as empty as before. `forUse`: what was open when the backup was made is ended (endOpen.ts), which a
 * rehearsal leaves alone. Refused: a file that changed or is newer than this program, a database in
 * which there is something.
 */
export async function restoreBackup(
  url: string,
  file: string,
  { folder = MIGRATIONS, forUse = false } = {},
): Promise<Restored> {
  await verifySeal(file);
  const header = await headerOf(file);
  const scripts = scriptsFor(header, folder);
  const counted = await withClient(url, async (client) => {
    await client.query(`BEGIN; ${EXACT}; SET LOCAL maintenance_work_mem = '128MB'`);
    await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATING]);
    await refuseInhabited(client);
    await client.query(MIGRATIONS_TABLE);
    for (const script of scripts) await client.query(script);
    const counts = await withFrames(file, (frames) => load(client, frames));
    if (forUse) await endOpen(client);
    if (header.comment !== null) await comment(client, header.comment);
    await client.query("COMMIT");
    await client.query(`VACUUM (ANALYZE) ${(await tablesOf(client)).map(({ table }) => nameOf(table)).join(", ")}`);
    return counts;
  });
  return { header, ...counted, migrated: await migrate(url, folder) };
}

// As Prisma's engine makes it (@prisma/schema-engine-wasm); its rows come with the others.
const MIGRATIONS_TABLE = `CREATE TABLE public._prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** Whatever an extension brought is not ours and does not count. */
async function refuseInhabited(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; found: number }>(
    `SELECT current_database()::text AS name, count(*)::int AS found FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  if (rows[0]?.found)
    throw new Sentence(
      `数据库 ${rows[0].name} 不是空的：请恢复到新建的空库（DATABASE_URL），或换一个空的 BIANFA_DATA 文件夹。`,
    );
}

type Loaded = { head: TableHead; end: TableEnd };

async function load(client: Client, frames: AsyncGenerator<Frame>): Promise<{ tables: number; rows: number }> {
  const tables = new Map((await tablesOf(client)).map((head) => [head.table, head]));
  const wake = await putToRest(client);
  // What migrations themselves put in is in the file too.
  await client.query(`TRUNCATE ${[...tables.keys()].map(nameOf).join(", ")}`);
  const loaded: Loaded[] = [];
  let sequences: Sequence[] = [];
  for await (const frame of frames) {
    if (frame.kind === "table")
      loaded.push(await loadTable(client, frame.value, tables.get(frame.value.table), frames));
    if (frame.kind === "sequences") sequences = frame.value;
    if (frame.kind === "end" && frame.value.tables !== loaded.length) throw damaged();
  }
  if (loaded.length !== tables.size) throw damaged();
  for (const { name, last, called } of sequences)
    await client.query("SELECT setval($1::regclass, $2, $3)", [nameOf(name), last, called]);
  await wake();
  for (const each of loaded) await compare(client, each);
  return { tables: loaded.length, rows: loaded.reduce((sum, { end }) => sum + end.rows, 0) };
}

async function loadTable(
  client: Client,
  head: TableHead,
  here: TableHead | undefined,
  frames: AsyncGenerator<Frame>,
): Promise<Loaded> {
  if (!here || here.columns.join() !== head.columns.join()) throw damaged();
  const table = rowsIn(client, head);
  const failed = new Promise<never>((_, reject) => table.once("error", reject));
  failed.catch(() => {}); // also told below, where it is waited for
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const { kind, value } = next.value;
    if (kind === "data") {
      if (!table.write(value)) await Promise.race([failed, new Promise<void>((done) => table.once("drain", done))]);
    } else if (kind === "tableEnd") {
      await Promise.race([failed, new Promise<void>((done) => table.end(() => done()))]);
      return { head: here, end: value };
    } else break;
  }
  throw damaged();
}

/** What stands in the database now is read back: its own words, not ours, are compared with the file. */
async function compare(client: Client, { head, end }: Loaded): Promise<void> {
  const hash = createHash("sha256");
  const rows = rowsOut(client, head);
  for await (const chunk of rows as AsyncIterable<Buffer>) hash.update(chunk);
  if (rows.rowCount === end.rows && hash.digest("hex") === end.sha256) return;
  throw new Fault(
    "unequal",
    `恢复后的表 ${head.table} 与备份不一致（${rows.rowCount} 行，应为 ${end.rows} 行）：没有恢复任何内容。`,
  );
}

async function comment(client: Client, text: string): Promise<void> {
  const { rows } = await client.query("SELECT current_database()::text AS name, quote_literal($1) AS text", [text]);
  await client.query(`COMMENT ON DATABASE ${quoted(rows[0].name)} IS ${rows[0].text}`);
}
