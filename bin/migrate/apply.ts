import { withClient } from "../client";
import { Sentence } from "../sentence";
import { withEngine } from "./engine";
import { MIGRATIONS, NO_FILTER, readMigrations, scriptsOf } from "./folder";

/** Any fixed number: whoever migrates this database holds it; whoever copies it shares it. */
export const MIGRATING = 2_026_110_1;

/**
 * Brings the database up to the migrations of the folder; returns the names applied just now.
 * A migration that began and never finished left nothing behind, so it is applied again.
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  return withClient(url, async (holder) => {
    await holder.query("SELECT pg_advisory_lock($1)", [MIGRATING]);
    await holder.query(universalTime);
    return withEngine(url, scriptsOf(migrationsList), async (engine) => {
      const state = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: NO_FILTER,
      });
      refuseForeign(state.history);
      for (const migrationName of state.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      return (await engine.applyMigrations({ migrationsList, filters: NO_FILTER })).appliedMigrationNames;
    });
  });
}

/**
 * The adapter names no zone (lib/db.ts asks for UTC in each session). Behind a pool that does not pass that on,
 * the database itself must say it; where this role may not, the database is left as it is.
 */
const universalTime = `DO $$ BEGIN
    IF current_setting('TimeZone') <> 'UTC' THEN EXECUTE format('ALTER DATABASE %I SET timezone TO %L', current_database(), 'UTC'); END IF;
  EXCEPTION WHEN insufficient_privilege THEN NULL; END $$`;

type History = { diagnostic: string; unpersistedMigrationNames?: string[] } | null;

function refuseForeign(history: History): void {
  const unknown = history?.unpersistedMigrationNames ?? [];
  if (unknown.length > 0)
    throw new Sentence(`数据库比程序新（迁移 ${unknown[0]} 不在 prisma/migrations 中）：请用较新的版本启动。`);
}
