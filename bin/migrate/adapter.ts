import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { type QueryArrayResult, types } from "pg";
import { withClient } from "../client";
import { Sentence } from "../sentence";

/** Scripts of migrations by their text, with their names: these finish themselves. */
export type Scripts = ReadonlyMap<string, string>;

/** What the adapter keeps to itself, as far as it is needed here. */
type PgAdapter = SqlDriverAdapter & { performIO: (query: SqlQuery) => Promise<QueryArrayResult> };

// The row that the engine wrote before running the script becomes "finished" in the script's own
// transaction: a kill between the two can no longer leave an applied migration that looks failed.
// A script that was given up meanwhile (marked rolled back by the next start) undoes itself.
const FINISH = `
;DO $finish$ BEGIN
  UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'this migration was given up meanwhile'; END IF;
END $finish$;`;

/**
 * Prisma's adapter for PostgreSQL, as migrating needs it. By itself it cuts a script at every semicolon
 * and runs the pieces one by one: functions break, and half of a script can stay. Here a script is sent
 * whole, and PostgreSQL runs it as one transaction.
 */
export function adapterFor(
  url: string,
  executeScript: (script: string) => Promise<void>,
  opened: SqlDriverAdapter[],
): PrismaPg {
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    return Object.assign(adapter, {
      executeScript,
      queryRaw: (query: SqlQuery) => readChars(adapter as unknown as PgAdapter, query),
    });
  };
  return factory;
}

// The adapter does not know the catalogue's one-byte "char" and refuses it; the engine wants it as a
// character. It passes the adapter as text and gets its own type back behind it.
async function readChars(adapter: PgAdapter, query: SqlQuery): Promise<SqlResultSet> {
  const raw = await adapter.performIO(query);
  const chars = raw.fields.map((field) => field.dataTypeID === types.builtins.CHAR);
  raw.fields.forEach((field, index) => {
    if (chars[index]) field.dataTypeID = types.builtins.TEXT;
  });
  const passing: PgAdapter = Object.create(adapter, { performIO: { value: async () => raw } });
  const result = await Object.getPrototypeOf(adapter).queryRaw.call(passing, query);
  chars.forEach((isChar, index) => {
    if (!isChar) return;
    result.columnTypes[index] = ColumnTypeEnum.Character;
    for (const row of result.rows) if (row[index] === "") row[index] = "\0";
  });
  return result;
}

/** Runs a script as one transaction; one that is a migration notes itself as finished. */
export function runWhole(url: string, script: string, migration: string | undefined): Promise<void> {
  return withClient(url, async (client) => {
    try {
      await client.query(migration ? script + FINISH : script);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (!migration || code === "53100") throw error;
      throw new Sentence(`迁移 prisma/migrations/${migration} 没有成功：${message}。`);
    }
  });
}
