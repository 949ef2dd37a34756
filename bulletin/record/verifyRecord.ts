import type { Actor } from "@/lib/actor";
import { db, inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { seal } from "./seal";
import { type Finding, type Verified, verify } from "./verify";

/** For so long a page waits; the command has no limit. */
const patience = 20_000;
/** More than a person reads through; all of them tells the command. */
const mostTold = 20;

/** `at`: the moment of the last line that was looked at; null where that line is gone or the chain is empty. */
export type Outcome = Verified & { at: Date | null; told: Finding[] };

/**
 * 核验: the auditor has the whole chain walked, against the anchors in the database; against those kept outside only
 * the command can. That it was done stands in the record, with what came of it. Refused: a record too long for a page.
 */
export async function verifyRecord(actor: Actor, signal = AbortSignal.timeout(patience)): Promise<Outcome> {
  ask(has(actor, "auditor"));
  await seal();
  const { sum, told } = await walked(signal);
  const last = await db.event.findUnique({ where: { id: sum.last }, select: { at: true } });
  const detail = { lines: sum.lines, findings: sum.findings };
  await inTransaction((tx) => record(tx, actor, "verifyRecord", { detail }));
  return { ...sum, at: last?.at ?? null, told };
}

async function walked(signal: AbortSignal): Promise<{ sum: Verified; told: Finding[] }> {
  const told: Finding[] = [];
  const walk = verify([], signal);
  try {
    for (;;) {
      const next = await walk.next();
      if (next.done) return { sum: next.value, told };
      if (told.length < mostTold) told.push(next.value);
    }
  } catch (error) {
    if (signal.aborted && error === signal.reason) throw new Refusal("recordTooLong");
    throw error;
  }
}
