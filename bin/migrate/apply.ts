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

type History = { diagnostic: string; unpersistedMigrationNames?: string[] } | null;

function refuseForeign(history: History): void {
  const unknown = history?.unpersistedMigrationNames ?? [];
  if (unknown.length > 0)
    throw new Sentence(`数据库比程序新（迁移 ${unknown[0]} 不在 prisma/migrations 中）：请用较新的版本启动。`);
}
