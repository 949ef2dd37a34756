import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { now } from "@/lib/clock";
import { addDays, dayOf, momentOf as momentAt } from "@/lib/dates";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { withClient } from "../client";
import { makeFolder } from "../start/data-folder";
import { refuseTaken, unwritable } from "../taken";
import { momentOf, nameAt, superfluous } from "./keep";
import { rehearse } from "./rehearse";
import { Fault, failureOf, note } from "./runs";
import { type Backup, writeBackup } from "./write";

type Folder = Pick<Env, "BIANFA_BACKUPS" | "BIANFA_BACKUP_KEEP">;
type Clock = Folder & Pick<Env, "BIANFA_BACKUP_HOUR" | "BIANFA_DATA">;

const WEEK = 6.5 * 24 * 3_600_000;

/**
 * Writes a backup and notes what came of it. Without a file: a new one in the folder, and once it is whole those go
 * that nobody needs any more. One that fails takes none of the older ones with it.
 */
export async function backUp(
  url: string,
  env: Folder,
  { file, scheduled = false }: { file?: string; scheduled?: boolean } = {},
): Promise<Backup> {
  const startedAt = now();
  const target = file ?? path.join(env.BIANFA_BACKUPS, nameAt(startedAt));
  const run = { kind: "backup" as const, scheduled, startedAt, file: path.basename(target) };
  // A slip of whoever typed the name is no backup that failed.
  if (file) refuseTaken(file);
  try {
    if (!file) makeBackupFolder(env.BIANFA_BACKUPS);
    const written = await writeBackup(url, target);
    await note(url, { ...run, ...written, file: run.file }, null);
    if (!file) await clearAway(env, run.file);
    return written;
  } catch (error) {
    await note(url, run, failureOf(error));
    throw error;
  }
}

/**
 * Asked by the worker every hour: whether tonight's backup is still to be made, and each week whether one can be
 * restored. What failed, or fell into a time when nothing ran, is made up for an hour later.
 */
export async function backUpIfDue(url: string, env: Clock): Promise<"backup" | "rehearsal" | "both" | null> {
  const { BIANFA_BACKUP_HOUR: hour } = env;
  if (hour === null) return null;
  const last = await lastRuns(url);
  const wanted = !last.backup || last.backup < latestHour(hour);
  if (wanted) {
    const { rows, bytes, tables } = await backUp(url, env, { scheduled: true });
    log.info({ tables, rows, bytes }, "backup written");
  }
  const rehearsed = !last.rehearsal || now().getTime() - last.rehearsal.getTime() > WEEK;
  if (rehearsed) {
    const { rows, tables } = await rehearse(url, env, { scheduled: true });
    log.info({ tables, rows }, "restore rehearsed");
  }
  return wanted && rehearsed ? "both" : wanted ? "backup" : rehearsed ? "rehearsal" : null;
}

/** For the worker, where the system administrator has asked for one on the page: as by hand, told in the log. */
export async function backUpAsked(url: string, env: Folder): Promise<void> {
  const { rows, bytes, tables } = await backUp(url, env);
  log.info({ tables, rows, bytes }, "backup written");
}

/** The last time that it was this hour at the office. */
export function latestHour(hour: number): Date {
  const at = (day: string) => momentAt(day, `${String(hour).padStart(2, "0")}:00`);
  const today = at(dayOf(now()));
  return today <= now() ? today : at(addDays(dayOf(now()), -1));
}

async function lastRuns(url: string): Promise<{ backup: Date | null; rehearsal: Date | null }> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ backup: Date | null; rehearsal: Date | null }>(
      `SELECT max("startedAt") FILTER (WHERE kind = 'backup' AND scheduled AND failure IS NULL) AS backup,
         max("startedAt") FILTER (WHERE kind = 'rehearsal' AND failure IS NULL) AS rehearsal FROM public."BackupRun"`,
    ),
  );
  return rows[0] ?? { backup: null, rehearsal: null };
}

function makeBackupFolder(folder: string): void {
  try {
    makeFolder(path.resolve(folder), 0o700);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOSPC") throw error;
    if (code === "EROFS") throw new Fault("folder", unwritable(folder, error));
    throw new Fault("folder", `BIANFA_BACKUPS 的文件夹 ${folder} 不能建立：请检查它的权限。`);
  }
}

async function clearAway({ BIANFA_BACKUPS: folder, BIANFA_BACKUP_KEEP: keep }: Folder, newest: string): Promise<void> {
  const names = readdirSync(folder);
  // What killed ones left: of an earlier moment, or it would be one that grows just now.
  const parts = names.filter((name) => name.endsWith(".part") && momentOf(name.slice(0, -5)) && name < newest);
  for (const name of [...superfluous(names, keep), ...parts]) {
    await rm(path.join(folder, name), { force: true }).catch((error: unknown) =>
      log.warn({ error }, "an old backup could not be removed"),
    );
  }
}
