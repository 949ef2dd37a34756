import type { Database } from "@/lib/db";

/**
 * Lets go of the database of this process (lib/db.ts). The next measurement of a run brings its own, and would
 * otherwise ask the one that is gone.
 */
export async function letGoOfDatabase(): Promise<void> {
  const kept = globalThis as { bianfaDb?: Database };
  const client = kept.bianfaDb;
  delete kept.bianfaDb;
  await client?.$disconnect();
}
