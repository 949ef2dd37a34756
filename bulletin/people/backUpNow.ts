import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { backupLock } from "./backupLock";

const key = "backupAsked";
/** The worker looks every minute; past so long it is not there. */
const patience = 5 * 60_000;

type Asked = { at: string; name: string };
export type ByHand = { state: "underWay" } | { state: "waiting" | "unanswered"; at: Date; name: string };

/**
 * 立即备份: the system administrator asks for a backup; the worker, which has the folder, writes it. Refused while
 * one is asked for or being written, the night's as well. What nobody has begun can be asked for again.
 */
export async function backUpNow(actor: Actor): Promise<void> {
  ask(has(actor, "systemAdmin"));
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bianfa backup asked'))`;
    const standing = await backupByHand(tx);
    if (standing && standing.state !== "unanswered") throw new Refusal("backupUnderWay");
    const value: Asked = { at: now().toISOString(), name: actor.name };
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await record(tx, actor, "backUpNow");
  });
}

/** What stands between the asking and its line in the table of runs. */
export async function backupByHand(tx: Transaction = db): Promise<ByHand | null> {
  if (await isBeingWritten(tx)) return { state: "underWay" };
  const row = await tx.setting.findUnique({ where: { key } });
  if (!row) return null;
  const { at, name } = row.value as Asked;
  const isLate = now().getTime() - new Date(at).getTime() > patience;
  return { state: isLate ? "unanswered" : "waiting", at: new Date(at), name };
}

/**
 * Whether the worker is to write one now. What was asked for is taken with the answer, so that of several workers
 * one begins, and one that fails is not pressed: the page says why, and the person asks again.
 */
export async function takeBackupAsked(): Promise<boolean> {
  if (await isBeingWritten(db)) return false;
  return (await db.setting.deleteMany({ where: { key } })).count > 0;
}

async function isBeingWritten(tx: Transaction): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
     WHERE locktype = 'advisory' AND datname = current_database() AND granted
       AND classid = 0 AND objid = ${backupLock}::oid AND objsubid = 1`;
  return held.length > 0;
}
