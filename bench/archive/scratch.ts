import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startScratchPostgres } from "@/bin/postgres/scratch";
import { newDatabase, partedAt } from "@/bin/postgres/scratchDatabase";
import { letGoOfDatabase } from "../database";
import { type Filling, startFilled } from "./filled";

type Started = { url: string; application: string; stop: () => Promise<void> };

/**
 * Lends a migrated database by its superuser's address, made that of this process as the application's role,
 * and throws it away: also when a signal ends the work.
 */
export function onScratch<T>(work: (url: string) => Promise<T>): Promise<T> {
  const start = async (folder: string) => {
    const { url, stop } = await startScratchPostgres(folder);
    return { url, stop, application: (await newDatabase(url, "bianfa")).application };
  };
  return lend(start, ({ url }) => work(url));
}

/** The same of one that holds so many items. */
export function onFilled<T>(size: number, work: (url: string, filling: Filling) => Promise<T>): Promise<T> {
  const start = async (folder: string) => {
    const started = await startFilled(folder, size);
    return { ...started, application: partedAt(started.url, "bianfa").application };
  };
  return lend(start, ({ url, filling }) => work(url, filling));
}

async function lend<S extends Started, T>(
  start: (folder: string) => Promise<S>,
  work: (given: S) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-archive-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  let started: S | undefined;
  const leave = () => void end().finally(() => process.exit(1));
  const signs = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const;
  const end = async () => {
    for (const sign of signs) process.off(sign, leave);
    await started?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const sign of signs) process.on(sign, leave);
  try {
    started = await start(folder);
    process.env.DATABASE_URL = started.application;
    return await work({ ...started, url: new URL("/bianfa", started.url).href });
  } finally {
    await letGoOfDatabase();
    await end();
  }
}
