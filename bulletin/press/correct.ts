import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction, type Transaction } from "@/lib/db";
import { forbidden, missing, Refusal } from "@/lib/refusal";
import { asImprint } from "../desk/imprint";
import { record } from "../events";
import { ask, has, workedIssues } from "../policy";
import { asLists } from "../post/lists";
import { settleIssue } from "../post/tell";
import { id, prose, version } from "../text/fields";
import { asBlocks } from "../text/model";
import { moveIssue } from "../transition";

export const correctSchema = z.object({ id, reason: prose(300, { required: true }) });

/**
 * Begins a new edition of an issue that is out (更正版), or that was recalled: the same number, its
 * entries as they were, and why. It goes the whole way of an issue, review and signature included; the
 * earlier one stays before its readers until the new one goes out. One at a time.
 */
export async function correct(actor: Actor, input: z.output<typeof correctSchema>): Promise<string> {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${input.id}::uuid FOR UPDATE`;
    const issue = await tx.issue.findFirst({
      where: { AND: [{ id: input.id }, workedIssues(actor)] },
      include: { corrections: { where: { state: { not: "void" } } } },
    });
    if (!issue) throw missing();
    if (issue.corrections.length) throw new Refusal("correctionUnderWay");
    if (issue.state !== "distributed" && issue.state !== "recalled") throw new Refusal("notOut");
    const { publicationId, series, year, periodFrom, periodTo, editorNote, listId, listVersion } = issue;
    // After the last one: of those that were read in some editions may be lacking.
    const same = { publicationId, series, year, number: issue.number };
    const { _max } = await tx.issue.aggregate({ where: same, _max: { edition: true } });
    const edition = await tx.issue.create({
      data: {
        ...{ publicationId, series, year, periodFrom, periodTo, editorNote, listId, listVersion },
        lists: asLists(issue.lists),
        imprint: asImprint(issue.imprint),
        edition: (_max.edition ?? 1) + 1,
        correctsId: issue.id,
        correctionReason: input.reason,
        compilerIds: [actor.id],
        createdAt: now(),
        updatedAt: now(),
      },
    });
    await copyEntries(tx, issue.id, edition.id);
    await record(tx, actor, "beginCorrection", { issueId: edition.id, detail: { reason: input.reason } });
    await record(tx, actor, "beginCorrection", { issueId: issue.id, detail: { reason: input.reason } });
    return edition.id;
  });
}

export const discardCorrectionSchema = z.object({ id, version });

/** Gives a new edition up that is still in work; the earlier one stays as it is, and can be corrected again. */
export async function discardCorrection(actor: Actor, seen: z.output<typeof discardCorrectionSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "discardCorrection", seen);
    if (!issue.correctsId) throw forbidden();
    await settleIssue(tx, issue.id);
    await record(tx, actor, "discardCorrection", { issueId: issue.id });
    await record(tx, actor, "discardCorrection", { issueId: issue.correctsId });
  });
}

/** Each entry remembers the one that it takes the place of (that is how the difference is shown), and its items. */
async function copyEntries(tx: Transaction, from: string, to: string): Promise<void> {
  const sections = await tx.issueSection.findMany({
    where: { issueId: from },
    include: { entries: { include: { sources: true } } },
  });
  for (const { title, style, order, entries } of sections) {
    const section = await tx.issueSection.create({ data: { issueId: to, title, style, order } });
    const copies = await tx.entry.createManyAndReturn({
      select: { id: true, correctsId: true },
      data: entries.map(({ id: correctsId, version: _, blocks, placing, sources: __, ...entry }) => ({
        ...entry,
        blocks: asBlocks(blocks),
        placing: placing as object,
        correctsId,
        issueId: to,
        sectionId: section.id,
      })),
    });
    const sources = new Map(entries.map((entry) => [entry.id, entry.sources]));
    await tx.entrySource.createMany({
      data: copies.flatMap(({ id: entryId, correctsId }) =>
        (sources.get(correctsId ?? "") ?? []).map((source) => ({ ...source, entryId })),
      ),
    });
  }
}
