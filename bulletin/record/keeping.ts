import { addDays, type Day, today } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { record } from "../events";

/** 网络安全法第二十一条: six months at the least, of which July to December are the longest; the database holds it too ("refuseEarlyPruning"). */
export const leastDays = 184;

const key = "record";

/** For how many days lines are kept; null: for ever, which is so until somebody decides otherwise. */
async function keptDays(): Promise<number | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return (row?.value as { keepDays: number | null } | undefined)?.keepDays ?? null;
}

/** The operator's decision, which stands in the record like any other. Fewer than the law asks for is no policy. */
export async function keepFor(keepDays: number | null): Promise<boolean> {
  if (keepDays !== null && (!Number.isInteger(keepDays) || keepDays < leastDays)) return false;
  await inTransaction(async (tx) => {
    await tx.setting.upsert({ where: { key }, create: { key, value: { keepDays } }, update: { value: { keepDays } } });
    await record(tx, null, "keepRecord", { detail: { days: keepDays } });
  });
  return true;
}

/** The first day of which lines must stay; null: all of them. */
export async function keptFrom(): Promise<Day | null> {
  const days = await keptDays();
  return days === null ? null : addDays(today(), -Math.max(days, leastDays));
}
