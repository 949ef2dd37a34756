import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db";
import type { Confirmed } from "./work";

/**
 * Looks all the time whether an issue that was left for later is out before its moment, by the clock of this process,
 * which nobody sets: what the record says of it was written by a clock that may be wrong. `stop` gives those that were,
 * and how often it could be looked while there was something to look for.
 */
export function watchForEarly(confirmed: Confirmed[]): { stop: () => Promise<{ early: string[]; looks: number }> } {
  const early = new Map<string, number>();
  const control = { on: true };
  let looks = 0;
  const watching = (async () => {
    while (control.on) {
      const ahead = confirmed.flatMap((one) => (one.act === "schedule" && one.due > Date.now() ? one : []));
      const found = ahead.length ? await outOf(ahead) : null;
      if (found) looks += 1;
      for (const { id, before } of found ?? []) early.set(id, Math.max(before, early.get(id) ?? 0));
      await pause(500);
    }
  })();
  return {
    stop: async () => {
      control.on = false;
      await watching;
      return { early: [...early].map(([id, before]) => `${id} 早${Math.round(before / 1_000)}秒`), looks };
    },
  };
}

type Scheduled = Extract<Confirmed, { act: "schedule" }>;

/** Null while the database is away: nobody can look then, and nothing goes out either. */
async function outOf(ahead: Scheduled[]): Promise<{ id: string; before: number }[] | null> {
  const where = { id: { in: ahead.map(({ id }) => id) }, state: "distributed" } as const;
  const out = await db.issue.findMany({ where, select: { id: true } }).catch(() => null);
  const asked = Date.now();
  const ids = out && new Set(out.map(({ id }) => id));
  return ids && ahead.flatMap(({ id, due }) => (due > asked && ids.has(id) ? { id, before: due - asked } : []));
}
