import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import type { Client } from "pg";
import { backupLock } from "@/bulletin/people/backupLock";
import { withClient } from "../client";
import { MIGRATING } from "../migrate/apply";
import { ROOT } from "../prepare/stale";
import { Sentence } from "../sentence";
import { refuseTaken, unwritable } from "../taken";
import { type Frame, type Header, written } from "./format";
import { Fault } from "./runs";
import { seal } from "./seal";
import { EXACT, migrationsOf, rowsOut, sequencesOf, tablesOf } from "./tables";

export type Backup = { file: string; tables: number; rows: number; bytes: number };

/**
 * Writes the whole database, as it is at one moment, into a new file, while others go on working. The file grows as
 * FILE.part and gets its name when all of it is on the disk. Refused: a name that is taken, a second one at a time.
 */
export async function writeBackup(url: string, file: string): Promise<Backup> {
  refuseTaken(file);
  const part = `${file}.part`;
  return withClient(url, async (client) => {
    // Before the snapshot is taken: a migration that runs is waited for, one that comes waits.
    await client.query("SELECT pg_advisory_lock_shared($1)", [MIGRATING]);
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${EXACT}`);
    await lockOut(client);
    const handle = await openPart(part);
    const counted = { tables: 0, rows: 0 };
    try {
      await pipeline(bytesOf(client, counted), compressor(), seal(), into(handle));
      await handle.sync();
      const { size } = await handle.stat();
      refuseTaken(file);
      await rename(part, file);
      await syncFolder(path.dirname(file));
      return { file, ...counted, bytes: size };
    } catch (error) {
      await rm(part, { force: true });
      // In the middle of a table the connection would wait to be read to its end.
      (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
      throw error;
    } finally {
      await handle.close();
    }
  });
}

async function lockOut(client: Client): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS alone", [
    backupLock,
  ]);
  if (!rows[0]?.alone) throw new Fault("busy", "另一个备份正在进行：请等它结束。");
}

async function openPart(part: string): Promise<FileHandle> {
  try {
    return await open(part, "w", 0o600);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOSPC") throw error;
    throw new Fault("folder", unwritable(path.dirname(part), error));
  }
}

/** The handle stays ours: a stream of its own would close it before it is synced. */
function into(handle: FileHandle) {
  return async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) await handle.writeFile(chunk);
  };
}

async function* bytesOf(client: Client, counted: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  for await (const frame of framesFrom(client, counted)) yield* written(frame);
}

async function* framesFrom(client: Client, counted: { tables: number; rows: number }): AsyncGenerator<Frame> {
  const tables = await tablesOf(client);
  if (!tables.some(({ table }) => table === "_prisma_migrations"))
    throw new Sentence("数据库里还没有表：没有可备份的内容。");
  yield { kind: "header", value: await headerFrom(client) };
  for (const table of tables) {
    yield { kind: "table", value: table };
    const hash = createHash("sha256");
    const rows = rowsOut(client, table);
    let bytes = 0;
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      yield { kind: "data", value: chunk };
    }
    yield { kind: "tableEnd", value: { rows: rows.rowCount, bytes, sha256: hash.digest("hex") } };
    counted.tables += 1;
    counted.rows += rows.rowCount;
  }
  yield { kind: "sequences", value: await sequencesOf(client) };
  yield { kind: "end", value: { ...counted } };
}

async function headerFrom(client: Client): Promise<Header> {
  const { rows } = await client.query<Omit<Header, "product" | "migrations">>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS moment, current_database()::text AS database,
       shobj_description(oid, 'pg_database') AS comment, current_setting('server_version') AS server
     FROM pg_database WHERE datname = current_database()`,
  );
  if (!rows[0]) throw new Error("the database does not know its own name");
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  return { product: version, ...rows[0], migrations: await migrationsOf(client) };
}

function compressor() {
  return createZstdCompress({
    chunkSize: 1 << 18,
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** Without it a machine that loses its power may forget the name of a file whose content it has. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
