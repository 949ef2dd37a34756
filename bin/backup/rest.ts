import type { Client } from "pg";
import { nameOf, quoted } from "./tables";

type Constraint = { table: string; name: string; definition: string };
type Index = { name: string; definition: string; statistics: { at: number; target: number }[] };
type Trigger = { table: string; name: string; state: "O" | "A" | "R" };

const CHANGE = { O: "ENABLE", A: "ENABLE ALWAYS", R: "ENABLE REPLICA" } as const;

/**
 * Puts to rest, within the transaction, all that would act on rows that come in: triggers, which would count and index
 * what comes with its counts and index, and references, which a plain owner cannot suspend otherwise; indexes too,
 * which are made faster at once. Returns what makes it all as it was: each reference is checked then.
 */
export async function putToRest(client: Client): Promise<() => Promise<void>> {
  const constraints = await foreignKeys(client);
  const indexes = await plainIndexes(client);
  const triggers = await activeTriggers(client);
  for (const { table, name } of triggers)
    await client.query(`ALTER TABLE ${nameOf(table)} DISABLE TRIGGER ${quoted(name)}`);
  for (const { table, name } of constraints)
    await client.query(`ALTER TABLE ${nameOf(table)} DROP CONSTRAINT ${quoted(name)}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${nameOf(name)}`);
  return async () => {
    for (const { name, definition, statistics } of indexes) {
      await client.query(definition);
      for (const { at, target } of statistics)
        await client.query(`ALTER INDEX ${nameOf(name)} ALTER COLUMN ${at} SET STATISTICS ${target}`);
    }
    for (const { table, name, definition } of constraints)
      await client.query(`ALTER TABLE ${nameOf(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    for (const { table, name, state } of triggers)
      await client.query(`ALTER TABLE ${nameOf(table)} ${CHANGE[state]} TRIGGER ${quoted(name)}`);
  };
}

async function foreignKeys(client: Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `SELECT t.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND t.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}

/** Those that belong to no constraint: a key stays, so that rows that come twice are refused at once. */
async function plainIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition,
       coalesce((SELECT json_agg(json_build_object('at', a.attnum, 'target', a.attstattarget)) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attstattarget >= 0), '[]') AS statistics
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f') ORDER BY 1`,
  );
  return rows;
}

async function activeTriggers(client: Client): Promise<Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `SELECT t.relname AS table, g.tgname AS name, g.tgenabled AS state FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
     WHERE NOT g.tgisinternal AND g.tgenabled <> 'D' AND t.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}
