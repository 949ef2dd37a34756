import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readEnv } from "@/lib/env";
import { ask, has } from "../policy";
import { backupByHand } from "./backUpNow";

/** Without a backup for so long something is the matter, a night that was missed and made up for allowed. */
const longest = 26 * 3_600_000;

/**
 * For the system administrator: the last backup that went well, the last rehearsal, and what was tried lately
 * (bin/backup writes it down). Counts and times only, nothing of what is in them.
 */
export async function backups(actor: Actor) {
  ask(has(actor, "systemAdmin"));
  const { BIANFA_BACKUPS: folder, BIANFA_BACKUP_HOUR: hour, BIANFA_BACKUP_KEEP: keep } = readEnv();
  const [last, rehearsal, recent, byHand] = await Promise.all([
    db.backupRun.findFirst({ where: { kind: "backup", failure: null }, orderBy: { startedAt: "desc" } }),
    db.backupRun.findFirst({ where: { kind: "rehearsal" }, orderBy: { startedAt: "desc" } }),
    db.backupRun.findMany({ orderBy: { startedAt: "desc" }, take: 30 }),
    backupByHand(),
  ]);
  const newest = recent.find(({ kind }) => kind === "backup");
  return {
    folder,
    hour,
    keep,
    last: last && shown(last),
    rehearsal: rehearsal && shown(rehearsal),
    recent: recent.map(shown),
    byHand,
    /** Why the newest one could not be written. */
    failure: newest?.failure ?? null,
    late: hour !== null && last !== null && now().getTime() - last.startedAt.getTime() > longest,
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof db.backupRun.findFirst>>>;

function shown({ id, kind, scheduled, startedAt, endedAt, file, bytes, tables, rows, failure }: Row) {
  const seconds = Math.max(1, Math.round((endedAt.getTime() - startedAt.getTime()) / 1_000));
  const megabytes = bytes === null ? null : Math.max(0.1, Math.round(Number(bytes) / 100_000) / 10);
  return { id, kind, scheduled, at: startedAt, seconds, file, megabytes, tables, rows: Number(rows ?? 0), failure };
}
