import type { Client } from "pg";
import { withClient } from "../client";
import { Sentence } from "../sentence";

/** The role as which web and worker work, where the database is our own. */
export const APPLICATION = "bianfa_app";

/** What holds the record together: written by the database itself ("sealEvents") and by the owner. */
const CHAIN = ["EventSeal", "EventHorizon", "EventAnchor", "EventPruning"];

/** Makes the role in a cluster of ours; the owner may act for it, not the other way round. By the superuser. */
export async function ensureApplication(client: Client, owner: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APPLICATION]);
  await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${APPLICATION} LOGIN PASSWORD '${password}'`);
  await client.query(`GRANT ${APPLICATION} TO ${owner}`);
}

/**
 * Gives the application's role its rights, after each migration: rows of all tables; the record only to
 * read and to add to; the schema of the queue, which keeps its own tables. No table is the role's, so it
 * can neither alter one nor put a trigger to rest. By the owner.
 */
export async function grantTo(owner: string, role: string): Promise<void> {
  await withClient(owner, async (client) => {
    const name = client.escapeIdentifier(role);
    await client.query("BEGIN");
    // Two that start at the same time would meet in the catalogue.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('bianfa roles'))");
    for (const statement of [
      `GRANT USAGE ON SCHEMA public TO ${name}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name}`,
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name}`,
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${name}`,
      `REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${name}`,
      `REVOKE UPDATE, DELETE ON "Event" FROM ${name}`,
      ...CHAIN.map((table) => `REVOKE INSERT, UPDATE, DELETE ON "${table}" FROM ${name}`),
      "CREATE SCHEMA IF NOT EXISTS jobs",
      `GRANT USAGE, CREATE ON SCHEMA jobs TO ${name}`,
    ])
      await client.query(statement);
    await handOverQueue(client, role);
    await client.query("COMMIT");
  });
}

// pg-boss changes its own tables as it is upgraded, and makes one a day: they are the role's own. Those of
// an installation from before the roles were parted are handed over.
async function handOverQueue(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('ALTER TABLE %s OWNER TO %I', c.oid::regclass, $1::text) AS statement
       FROM pg_class c
      WHERE c.relnamespace = 'jobs'::regnamespace AND c.relkind IN ('r', 'p') AND c.relowner <> $1::regrole
     UNION ALL
     SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, $1::text)
       FROM pg_proc p WHERE p.pronamespace = 'jobs'::regnamespace AND p.proowner <> $1::regrole
     UNION ALL
     SELECT format('ALTER TYPE %s OWNER TO %I', t.oid::regtype, $1::text)
       FROM pg_type t WHERE t.typnamespace = 'jobs'::regnamespace AND t.typtype IN ('e', 'd') AND t.typowner <> $1::regrole`,
    [role],
  );
  try {
    for (const { statement } of rows) await client.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new Sentence(`请以数据库管理员执行 GRANT ${role} TO <迁移用户>：迁移用户要把任务队列的表交给 ${role}。`);
  }
}

/** Whether the role of this address can change what stands in the record: it owns the table, or may act for who does. */
export function mayChangeRecord(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT r.rolsuper OR pg_has_role(r.oid, c.relowner, 'MEMBER')
              OR has_table_privilege(r.oid, c.oid, 'UPDATE') OR has_table_privilege(r.oid, c.oid, 'DELETE')
              OR has_table_privilege(r.oid, c.oid, 'TRUNCATE') AS may
         FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = 'public."Event"'::regclass`,
    );
    return rows[0]?.may ?? true;
  });
}

/** The role that an address comes in as; a pooler may make it another than the address names. */
export function roleOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
    return rows[0]?.name ?? "";
  });
}
