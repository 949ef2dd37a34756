import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, inTurn, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { backupLock } from "./backupLock";

const key = "backupAsked";
/** The worker looks every minute, and a backup locks or is noted soon after it was begun; past so long nobody is at it. */
const patience = 5 * 60_000;
/** What was begun is told no longer than this: the request lies in the very backup, too, and comes back with it. */
const memory = 24 * 3_600_000;

type Asked = { at: string; name: string; begunAt?: string };
export type ByHand = { state: "underWay" } | { state: "waiting" | "unanswered"; at: Date; name: string };

/**
 * 立即备份: the system administrator asks for a backup; the worker, which has the folder, writes it. Refused while
 * one is asked for or being written, the night's as well. Of what nothing came can be asked again.
 */
export async function backUpNow(actor: Actor): Promise<void> {
  ask(has(actor, "systemAdmin"));
  await inTransaction(async (tx) => {
    await oneByOne(tx);
    const standing = await backupByHand(tx);
    if (standing && standing.state !== "unanswered") throw new Refusal("backupUnderWay");
    const value: Asked = { at: now().toISOString(), name: actor.name };
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await record(tx, actor, "backUpNow");
  });
}

/**
 * What stands between the asking and its line in the table of runs. `unanswered`: no worker took it, or whoever
 * took it ended without a line.
 */
export async function backupByHand(tx: Transaction = db): Promise<ByHand | null> {
  if (await isBeingWritten(tx)) return { state: "underWay" };
  const row = await tx.setting.findUnique({ where: { key } });
  if (!row) return null;
  const { at, name, begunAt } = row.value as Asked;
  const asked = { at: new Date(at), name };
  if (!begunAt) return { state: ageOf(at) > patience ? "unanswered" : "waiting", ...asked };
  if (ageOf(begunAt) > memory || (await isNoted(tx, begunAt))) return null;
  return ageOf(begunAt) > patience ? { state: "unanswered", ...asked } : { state: "underWay" };
}

/**
 * Whether the worker is to write one now: the moment at which it began, for `backupAskedEnded`. Of several workers
 * one takes it; the request stays until its end, and what failed is not pressed: the page says why, and the person
 * asks again.
 */
export async function takeBackupAsked(): Promise<string | null> {
  return inTransaction(async (tx) => {
    await oneByOne(tx);
    if (await isBeingWritten(tx)) return null;
    const begunAt = now().toISOString();
    const taken = await tx.$executeRaw`
      UPDATE "Setting" SET value = value || jsonb_build_object('begunAt', ${begunAt}::text)
       WHERE key = ${key} AND value ->> 'begunAt' IS NULL`;
    return taken ? begunAt : null;
  });
}

/**
 * The process that was begun at this moment is over: its line in the table of runs stands in place of the request.
 * Without a line (it was killed, the database was away) the request stays and becomes `unanswered`. Another one, which
 * somebody has asked for meanwhile, is left alone.
 */
export async function backupAskedEnded(begunAt: string): Promise<void> {
  if (!(await isNoted(db, begunAt))) return;
  await db.setting.deleteMany({ where: { key, value: { path: ["begunAt"], equals: begunAt } } });
}

/** Asking and taking, also by several. */
async function oneByOne(tx: Transaction): Promise<void> {
  await inTurn(tx, "backup asked");
}

function ageOf(moment: string): number {
  return now().getTime() - new Date(moment).getTime();
}

async function isNoted(tx: Transaction, begunAt: string): Promise<boolean> {
  const where = { kind: "backup" as const, scheduled: false, startedAt: { gte: new Date(begunAt) } };
  return (await tx.backupRun.count({ where })) > 0;
}

async function isBeingWritten(tx: Transaction): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
     WHERE locktype = 'advisory' AND datname = current_database() AND granted
       AND classid = 0 AND objid = ${backupLock}::oid AND objsubid = 1`;
  return held.length > 0;
}
