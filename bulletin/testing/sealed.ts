import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { seal } from "../record/seal";
import { type Finding, type Verified, verify } from "../record/verify";
import { soon } from "./doomed";

/** Lines in the record, one after the other; their numbers. */
export async function lines(count: number, detail: object = {}): Promise<bigint[]> {
  const ids: bigint[] = [];
  for (let at = 0; at < count; at++) {
    const data = { at: now(), actorName: "测试", act: "probe", detail: { at, ...detail } };
    ids.push((await db.event.create({ data, select: { id: true } })).id);
  }
  return ids;
}

/** Seals until every line has its seal: one that was being written when it began is waited for. */
export function sealed(): Promise<true> {
  return soon(async () => {
    await seal();
    const last = await db.eventSeal.aggregate({ _max: { eventId: true } });
    const written = await db.event.aggregate({ _max: { id: true } });
    return last._max.eventId === written._max.id;
  }) as Promise<true>;
}

/** All that verify finds, and how it ended. */
export async function verified(...given: Parameters<typeof verify>): Promise<{ found: Finding[]; sum: Verified }> {
  const found: Finding[] = [];
  const walk = verify(...given);
  for (;;) {
    const next = await walk.next();
    if (next.done) return { found, sum: next.value };
    found.push(next.value);
  }
}
