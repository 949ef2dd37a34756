import type { Actor } from "./actor";
import { now } from "./clock";
import { db } from "./db";
import type { Refusal } from "./refusal";

/** Lines a minute for one person; all who are not signed in share as many as five people. */
const each = 20;
const nobodies = 100;
/** Whoever comes with ever new names shares one count. */
const mostKnown = 10_000;

/**
 * A line in the record for what was refused for want of a right. It stands outside the act's own transaction,
 * which has been rolled back by then. A flood does not fill the disk: past so many lines a minute the rest is
 * counted, and the next line says how many there were (`more`).
 */
export async function recordRefusal(
  actor: Pick<Actor, "id" | "name"> | null,
  refusal: Refusal,
  detail: Record<string, string> = {},
): Promise<void> {
  const more = within(actor?.id ?? "", actor ? each : nobodies);
  if (more === null) return;
  await db.event.create({
    data: {
      at: now(),
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? "",
      act: "refused",
      refused: true,
      detail: { reason: refusal.key, ...refusal.values, ...detail, ...(more && { more }) },
    },
  });
}

type Count = { minute: number; lines: number; left: number };
const kept = globalThis as { bianfaRefusals?: Map<string, Count> };

/** How many were not written since the last line; null: this one is not written either. */
export function within(who: string, allowed: number): number | null {
  kept.bianfaRefusals ??= new Map();
  const counts = kept.bianfaRefusals;
  const minute = Math.floor(now().getTime() / 60_000);
  if (counts.size >= mostKnown && !counts.has(who)) {
    for (const [key, count] of counts) if (count.minute !== minute && !count.left) counts.delete(key);
  }
  const known = counts.size >= mostKnown && !counts.has(who) ? "others" : who;
  const count = counts.get(known) ?? { minute, lines: 0, left: 0 };
  counts.set(known, count);
  if (count.minute !== minute) Object.assign(count, { minute, lines: 0 });
  if (count.lines >= allowed) {
    count.left++;
    return null;
  }
  count.lines++;
  const { left } = count;
  count.left = 0;
  return left;
}
