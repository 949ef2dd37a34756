import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Migration, Sequence, TableHead } from "./format";

// Everything of the product lies in this schema. The queue's own (`jobs`) is not kept: a job carries nothing, it
// tells the product to look what is due, and the worker makes queues and times anew when it starts.
const SCHEMA = "public";

/** So that the same value is always the same text, whatever the session or the server is set to. */
export const EXACT = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL row_security = off;
  SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

/** All tables with the columns that are stored, in the order of their names, and the keys they are sorted by. */
export async function tablesOf(client: Client): Promise<TableHead[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; order: string[] | null }>(
    `SELECT c.relname AS table,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
       (SELECT array_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY k.n)
         FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k(attnum, n)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
         WHERE i.indrelid = c.oid AND i.indisprimary) AS order
     FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     ORDER BY c.relname COLLATE "C"`,
    [SCHEMA],
  );
  return rows.map(({ table, columns, order }) => {
    if (!order) throw new Error(`the table ${table} has no primary key: its rows have no order to be hashed in`);
    return { table, columns, order };
  });
}

/** The rows of a table, as PostgreSQL writes them, in the order of its key: the same rows are the same bytes. */
export function rowsOut(client: Client, { table, columns, order }: TableHead) {
  return client.query(
    copyTo(`COPY (SELECT ${listOf(columns)} FROM ${nameOf(table)} ORDER BY ${order.join(", ")}) TO STDOUT`, {
      highWaterMark: 1 << 18,
    }),
  );
}

/** Takes rows in that form, into a table that was emptied in this transaction. */
export function rowsIn(client: Client, { table, columns }: TableHead) {
  return client.query(copyFrom(`COPY ${nameOf(table)} (${listOf(columns)}) FROM STDIN WITH (FREEZE)`));
}

/** Where each sequence stands. They do not roll back: a number that was taken meanwhile is passed over. */
export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
    [SCHEMA],
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: at } = await client.query(
      `SELECT last_value::text AS last, is_called AS called FROM ${nameOf(name)}`,
    );
    found.push({ name, last: at[0].last, called: at[0].called });
  }
  return found;
}

/** The migrations that made these tables, with the SHA-256 of each script. */
export async function migrationsOf(client: Client): Promise<Migration[]> {
  const { rows } = await client.query<Migration>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

/** A table or sequence, so that no search path decides which is meant. */
export function nameOf(relation: string): string {
  return `${SCHEMA}.${quoted(relation)}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function listOf(columns: string[]): string {
  return columns.map(quoted).join(", ");
}
