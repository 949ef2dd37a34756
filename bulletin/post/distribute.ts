import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { momentOf } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { id, line, optionalDay, version } from "../text/fields";
import { moveIssue } from "../transition";
import { deliver } from "./deliver";

/** Sends a signed issue out at once. */
export async function distribute(
  actor: Actor,
  { id: issueId, version: seen }: { id: string; version: number },
): Promise<{ readers: number }> {
  return inTransaction(async (tx) => {
    const change = { distributedAt: now(), distributeAt: null, distributeById: null };
    return deliver(tx, actor, await moveIssue(tx, actor, "distribute", { id: issueId, version: seen }, change));
  });
}

/** When it is to go out: at once, or on a day at a time. */
export const distributeSchema = z
  .object({ id, version, when: z.enum(["now", "later"]).default("now"), day: optionalDay, time: line(5) })
  .superRefine(({ when, day, time }, ctx) => {
    if (when === "later" && !day) ctx.addIssue({ code: "custom", path: ["day"], params: { key: "required" } });
    if (when === "later" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      ctx.addIssue({ code: "custom", path: ["time"], params: { key: "noSuchTime" } });
  });

type Time = { id: string; version: number; day: string | null; time: string };

/**
 * Sets the time at which a signed issue goes out by itself. Until then it stays signed: nobody but the
 * secretariat finds it anywhere. Refused for a time that has passed, or is more than a year away.
 */
export async function schedule(actor: Actor, { day, time, id: issueId, version: seenVersion }: Time): Promise<void> {
  if (!day) throw new Refusal("required", { field: "day" });
  const seen = { id: issueId, version: seenVersion };
  const at = momentOf(day, time);
  if (at <= now()) throw new Refusal("timePassed", { field: "time" });
  if (at.getTime() > now().getTime() + 366 * 86_400_000) throw new Refusal("absurdDay", { field: "day" });
  await inTransaction(async (tx) => {
    await moveIssue(tx, actor, "schedule", seen, { distributeAt: at, distributeById: actor.id });
    await record(tx, actor, "schedule", { issueId: seen.id, detail: { at: at.toISOString() } });
  });
}

export async function unschedule(actor: Actor, seen: { id: string; version: number }): Promise<void> {
  await inTransaction(async (tx) => {
    await moveIssue(tx, actor, "unschedule", seen, { distributeAt: null, distributeById: null });
    await record(tx, actor, "unschedule", { issueId: seen.id });
  });
}

/**
 * Sends out what is due, by the hand of whoever set its time. Can run twice, and at the same time in two
 * places: whoever is first moves the issue, for the other there is none. Each issue stands by itself:
 * one that fails does not hold up the next. Returns how many went out.
 */
export async function distributeDue(): Promise<number> {
  const due = await db.issue.findMany({
    where: { state: "signed", distributeAt: { lte: now() } },
    orderBy: [{ distributeAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  let sent = 0;
  const failures: unknown[] = [];
  for (const { id: issueId } of due) {
    try {
      if (await distributeOne(issueId)) sent += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length) throw new AggregateError(failures, `${failures.length} issues could not be sent out`);
  return sent;
}

async function distributeOne(issueId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ distributeById: string }[]>`
      SELECT "distributeById" FROM "Issue"
      WHERE id = ${issueId}::uuid AND state = 'signed' AND "distributeAt" <= ${now()} FOR UPDATE SKIP LOCKED`;
    if (!held) return false;
    const person = await tx.account.findUniqueOrThrow({
      where: { id: held.distributeById },
      select: { id: true, account: true, name: true, phone: true, officeId: true },
    });
    // The right was asked when the time was set; what was ordered then is carried out.
    const actor: Actor = { ...person, officeName: "", roles: ["editor"] };
    const change = { distributedAt: now(), distributeAt: null, distributeById: null };
    await deliver(tx, actor, await moveIssue(tx, actor, "distribute", { id: issueId, version: null }, change));
    return true;
  });
}
