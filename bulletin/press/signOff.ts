import { z } from "zod";
import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn, today } from "@/lib/dates";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { releaseItem } from "../desk/release";
import { record } from "../events";
import { id, prose, version } from "../text/fields";
import { titleOf } from "../text/plain";
import { moveIssue } from "../transition";
import { blockersOf } from "./blockers";
import { type Content, contentOf, hashOf } from "./content";
import { takeNumber, takeTotal } from "./numbering";

/**
 * Signs an issue off. In one transaction: the state, the number (and running total), the date, the
 * frozen content with its hash, the line in the record. Refused while anything blocks it.
 */
export async function signOff(actor: Actor, seen: { id: string; version: number }): Promise<{ number: number }> {
  return inTransaction(async (tx) => {
    const date = today();
    const year = Number(date.slice(0, 4));
    const issue = await moveIssue(tx, actor, "signOff", seen, {
      year,
      date: toColumn(date),
      signedById: actor.id,
      signedAt: now(),
    });
    const number = await takeNumber(tx, { publicationId: issue.publicationId, series: issue.series, year });
    const total = await totalOf(tx, issue);
    const content = await contentOf(tx, issue.id, { number, total, date });
    refuseBlocked(content);
    await tx.issue.update({ where: { id: issue.id }, data: { number, total, content, contentHash: hashOf(content) } });
    await record(tx, actor, "signOff", { issueId: issue.id, detail: { number, year } });
    return { number };
  });
}

export const voidSchema = z.object({ id, version, reason: prose(300, { required: true }) });

/**
 * Voids a signed number that never went out (作废). The number stays in the ledger with its reason;
 * the items go back to the desk.
 */
export async function voidIssue(actor: Actor, { reason, ...seen }: z.output<typeof voidSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    await moveIssue(tx, actor, "void", seen, { voidReason: reason });
    const entries = await tx.entry.findMany({
      where: { issueId: seen.id, itemId: { not: null } },
      select: { itemId: true },
    });
    for (const { itemId } of entries) if (itemId) await releaseItem(tx, actor, itemId);
    await record(tx, actor, "void", { issueId: seen.id, detail: { reason } });
  });
}

/** Supplements run on their own and do not count towards the running total. */
async function totalOf(tx: Transaction, issue: Issue): Promise<number | null> {
  const { runningTotal } = await tx.publication.findUniqueOrThrow({ where: { id: issue.publicationId } });
  return runningTotal && issue.series === "regular" ? takeTotal(tx, issue.publicationId) : null;
}

function refuseBlocked(content: Content): void {
  const sections = content.sections.map(({ title, entries }) => ({
    title,
    entries: entries.map((entry) => ({ ...entry, title: titleOf(entry, 20) })),
  }));
  const { length: count } = blockersOf({ ...content, sections });
  if (count) throw new Refusal("blocked", { values: { count } });
}
