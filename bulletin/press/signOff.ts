import { z } from "zod";
import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn, today } from "@/lib/dates";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { releaseItem } from "../desk/release";
import { record } from "../events";
import { settleIssue } from "../post/tell";
import { itemsOf, withItems } from "../sources";
import { id, prose, version } from "../text/fields";
import { titleOf } from "../text/plain";
import { moveIssue } from "../transition";
import { blockersOf, publicationText } from "./blockers";
import { type Content, contentOf, hashOf } from "./content";
import { keepFile } from "./file";
import { machineFaces } from "./machine";
import { numbersOf, takeNumber, takeTotal } from "./numbering";

export const signOffSchema = z.object({ id, version, number: z.coerce.number().int().positive().optional() });

/**
 * Signs an issue off. In one transaction: the state, the number (and running total), the date, the
 * frozen content with its hash, the pages with theirs, the line in the record. Refused while anything blocks it, and where
 * another issue has meanwhile taken the `number` that the signer was shown.
 */
export async function signOff(actor: Actor, input: z.output<typeof signOffSchema>): Promise<{ number: number }> {
  const { number: shown, ...seen } = input;
  return inTransaction(async (tx) => {
    const date = today();
    const signature = { date: toColumn(date), signedById: actor.id, signedAt: now() };
    const issue = await moveIssue(tx, actor, "signOff", seen, signature);
    const { year, number, total } = await numbersFor(tx, issue, Number(date.slice(0, 4)));
    if (shown !== undefined && shown !== number) throw numberMoved(number, issue.version);
    const content = await contentOf(tx, issue.id, { year, number, total, date });
    refuseBlocked(content);
    const kept = { year, number, total, content, contentHash: hashOf(content) };
    await tx.issue.update({ where: { id: issue.id }, data: kept });
    await keepFile(tx, issue.id, content);
    await record(tx, actor, "signOff", { issueId: issue.id, detail: { number, year } });
    await settleIssue(tx, issue.id);
    return { number };
  });
}

/** The page is read again, so that the signer sees the number that would be given now. */
function numberMoved(number: number, version: number): Refusal {
  return new Refusal("numberMoved", { values: { number }, stale: { by: "", at: now().toISOString(), version } });
}

export const voidSchema = z.object({ id, version, reason: prose(300, { required: true }) });

/**
 * Voids a signed number that never went out (作废). The number stays in the ledger with its reason;
 * the items go back to the desk.
 */
export async function voidIssue(actor: Actor, { reason, ...seen }: z.output<typeof voidSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    await moveIssue(tx, actor, "void", seen, { voidReason: reason, distributeAt: null, distributeById: null });
    const entries = await tx.entry.findMany({
      where: { issueId: seen.id },
      select: withItems({ id: true }),
    });
    for (const item of entries.flatMap(itemsOf)) await releaseItem(tx, actor, item.id);
    await record(tx, actor, "void", { issueId: seen.id, detail: { reason } });
  });
}

/** The next number of the year; a new edition (更正版) has the number, and the year, of the one it corrects. */
async function numbersFor(tx: Transaction, issue: Issue, year: number) {
  if (issue.correctsId) return numbersOf(tx, issue.correctsId);
  const number = await takeNumber(tx, { publicationId: issue.publicationId, series: issue.series, year });
  return { year, number, total: await totalOf(tx, issue) };
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
  const publication = publicationText({ ...content, name: content.publication });
  const { length: count } = blockersOf({ ...content, sections, publication }, machineFaces().missingIn);
  if (count) throw new Refusal("blocked", { values: { count } });
}
