import { existsSync, readdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { db } from "./db";
import { log } from "./log";

/** `ok`, or a word for what is the matter; no names, addresses or texts, since nobody is asked who looks. */
export type Readiness = {
  ready: boolean;
  database: "ok" | "away";
  migrations: "ok" | "pending" | "unknown";
  queue: "ok" | "late" | "unknown";
  disk: "ok" | "full";
};

/** Longer than that the database is away, whatever it does: a balancer asks every few seconds. */
const patience = 2_000;
/** So long after its time, a job says that no worker is there. */
const lateAfterMinutes = 10;
const leastDiskMb = 64;

/**
 * Whether this process can work. Ready it is where the database answers, stands at the migrations of this
 * program, and there is room on the disk. A late queue is told and makes nothing unready: pages can still be
 * read while the worker is away, and a balancer that took all webs out would end that too.
 */
export async function readiness(): Promise<Readiness> {
  const disk = roomOnDisk() ? "ok" : "full";
  try {
    await inTime(db.$queryRaw`SELECT 1`);
  } catch (error) {
    log.warn({ error }, "the database does not answer");
    return { ready: false, database: "away", migrations: "unknown", queue: "unknown", disk };
  }
  const [migrations, queue] = await Promise.all([known(pending, "pending"), known(late, "late")]);
  return { ready: migrations === "ok" && disk === "ok", database: "ok", migrations, queue, disk };
}

async function known<T extends string>(look: () => Promise<boolean>, word: T): Promise<"ok" | T | "unknown"> {
  try {
    return (await inTime(look())) ? word : "ok";
  } catch (error) {
    log.warn({ error, check: word }, "a check could not be made");
    return "unknown";
  }
}

/** Whether the folder has migrations that the database has not. One that is newer than the program is no hindrance. */
async function pending(): Promise<boolean> {
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return migrationsOfProgram().some((name) => !names.has(name));
}

// The folder does not change while the process runs.
let names: string[] | undefined;

function migrationsOfProgram(): string[] {
  const folder = path.resolve("prisma/migrations");
  names ??= readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "migration.sql")));
  return names;
}

/** Whether jobs wait too long, or nobody has looked at the clock for as long: jobs of the schedule would not even be made. */
async function late(): Promise<boolean> {
  const [found] = await db.$queryRaw<{ late: boolean }[]>`
    SELECT coalesce((SELECT cron_on FROM jobs.version) < now() - make_interval(mins => ${lateAfterMinutes}::int), false)
      OR EXISTS (SELECT FROM jobs.job WHERE state < 'active' AND start_after < now() - make_interval(mins => ${lateAfterMinutes}::int)) AS late`;
  return found?.late ?? false;
}

/** Where the data lies; on an installation whose database is elsewhere, where its own files do. */
function roomOnDisk(): boolean {
  const folder = process.env.BIANFA_DATA ?? ".";
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : ".");
  return bavail * bsize > leastDiskMb * 1e6;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
