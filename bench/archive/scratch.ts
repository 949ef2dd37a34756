import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startScratchPostgres } from "@/bin/postgres/scratch";
import { newDatabase } from "@/bin/postgres/scratchDatabase";
import { db } from "@/lib/db";

/**
 * Lends a migrated database by its superuser's address, made that of this process as the application's role,
 * and throws it away: also when a signal ends the work.
 */
export async function onScratch<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-archive-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  const postgres = await startScratchPostgres(folder);
  const leave = () => void end().finally(() => process.exit(1));
  const signs = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const;
  const end = async () => {
    for (const sign of signs) process.off(sign, leave);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const sign of signs) process.on(sign, leave);
  try {
    process.env.DATABASE_URL = (await newDatabase(postgres.url, "bianfa")).application;
    return await work(new URL("/bianfa", postgres.url).href);
  } finally {
    await db.$disconnect();
    delete (globalThis as { bianfaDb?: unknown }).bianfaDb;
    await end();
  }
}
