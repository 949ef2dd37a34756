import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { now } from "@/lib/clock";
import { type Day, momentOf, toColumn } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { record } from "../events";
import { keptFrom } from "./keeping";
import { beginning, hashAfter } from "./line";
import { seal } from "./seal";
import { walk } from "./walk";

/** What was removed; or why nothing was: no policy, within it (from that day on all stay), lines that do not fit. */
export type Pruned =
  | { count: number; eventId: bigint; fileHash: string }
  | { refused: "noPolicy" | "unfit" }
  | { refused: "kept"; from: Day };

/**
 * Removes lines from before a day: writes them to a file with their hashes first, enters what was removed,
 * leaves the last seal, from which the chain goes on, and a line in the record. Refused while the policy
 * keeps them, and where they do not fit their chain: what was tampered with is not to vanish in order.
 */
export async function prune(before: Day, out: string): Promise<Pruned> {
  const kept = await keptFrom();
  if (kept === null) return { refused: "noPolicy" };
  if (before > kept) return { refused: "kept", from: kept };
  await seal();
  const last = await lastBefore(before);
  if (!last) return { count: 0, eventId: 0n, fileHash: "" };
  const earlier = await db.eventPruning.findFirst({ orderBy: { eventId: "desc" } });
  const written = await writeOut(earlier, last.eventId, out);
  if (!written) return { refused: "unfit" };
  await inTransaction(async (tx) => {
    const { count, fileHash } = written;
    const entered = { ...last, before: toColumn(before), count, fileHash, at: now() };
    await tx.eventPruning.create({ data: entered });
    // Only what was written out: a line put in among those removed earlier stays, to be found.
    await tx.event.deleteMany({ where: { id: { gt: earlier?.eventId, lte: last.eventId } } });
    await tx.eventSeal.deleteMany({ where: { eventId: { lt: last.eventId } } });
    const hash = Buffer.from(last.hash).toString("hex");
    const detail = { before, count, upTo: String(last.eventId), hash, fileHash };
    await record(tx, null, "pruneRecord", { detail });
  }, 3_600);
  return { ...written, eventId: last.eventId };
}

/** The last seal before the first line that stays. */
async function lastBefore(day: Day) {
  const stays = await db.event.aggregate({ where: { at: { gte: momentOf(day, "00:00") } }, _min: { id: true } });
  const pruned = await db.eventPruning.aggregate({ _max: { eventId: true } });
  const found = await db.eventSeal.findFirst({
    where: { eventId: { gt: pruned._max.eventId ?? -1n, ...(stays._min.id !== null && { lt: stays._min.id }) } },
    orderBy: { eventId: "desc" },
  });
  return found && { ...found, hash: new Uint8Array(found.hash) };
}

/** A line of JSON each, as it was hashed, with its place and hash; null where one does not fit. */
async function writeOut(
  earlier: { eventId: bigint; hash: Uint8Array } | null,
  upTo: bigint,
  out: string,
): Promise<{ count: number; fileHash: string } | null> {
  const whole = createHash("sha256");
  // Never over another file: an earlier part of the record may be in it.
  const handle = await open(out, "wx", 0o640);
  let hash: Buffer = earlier ? Buffer.from(earlier.hash) : beginning;
  let count = 0;
  try {
    for await (const { id, line, seal: sealed } of walk(earlier ? earlier.eventId + 1n : undefined)) {
      if (id > upTo) break;
      if (!line || !sealed) return null;
      hash = hashAfter(hash, line);
      if (hash.toString("hex") !== sealed.hash) return null;
      const text = `${JSON.stringify({ id: String(id), place: String(sealed.place), hash: sealed.hash, ...line })}\n`;
      whole.update(text);
      await handle.write(text);
      count++;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { count, fileHash: whole.digest("hex") };
}
