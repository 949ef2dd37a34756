import type { Issue, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { noticedIssues, readableIssues } from "../policy";
import { correctionOf } from "../press/editions";
import { signedContent, signedKey } from "../press/signed";
import { placeInTray } from "./place";
import { trayOf } from "./trays";

/** One issue as it was signed, with the reader's own receipt and the neighbours in the tray that is open. */
export async function readingOf(actor: Actor, id: string, of?: string | null) {
  const { accountId, inPlaceOf } = of ? trayOf(actor, of) : { accountId: actor.id, inPlaceOf: null };
  const issue = await db.issue.findFirst({ where: { AND: [{ id }, readableIssues(actor)] }, select: editionSelect });
  const content = issue && (await signedContent(issue));
  if (!content) throw missing();
  return {
    id: issue.id,
    state: issue.state,
    content,
    /** The same for all its readers, as long as it is the same text. */
    contentKey: signedKey(issue),
    /** The edition before it, where it is not the first. */
    correctsId: issue.correctsId,
    inPlaceOf,
    accountId,
    /** What this edition changed in the one before it. */
    correction: await correctionOf(actor, { ...issue, content }),
    /** Where this edition was corrected: the latest one that took its place. */
    newer: issue.state === "corrected" ? await newerThan(actor, issue) : null,
    ...(await placeInTray(actor, accountId, issue.id)),
  };
}

const editionSelect = {
  ...{ id: true, state: true, contentHash: true, correctsId: true, correctionReason: true },
  ...{ publicationId: true, series: true, year: true, number: true, edition: true },
} as const satisfies Prisma.IssueSelect;

/**
 * What stands where an issue was that the person may no longer read: the notice of its recall, or the
 * edition that took its place. Null where there was nothing for them.
 */
export async function noticeInPlaceOf(actor: Actor, id: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, noticedIssues(actor)] },
    select: {
      ...{ id: true, state: true, series: true, number: true, recallReason: true, recalledAt: true },
      publication: { select: { name: true, issuer: true } },
      ...{ publicationId: true, year: true, edition: true },
    },
  });
  if (!issue) return null;
  const notice = await db.notice.findFirst({
    where: { accountId: actor.id, issueId: id, kind: "recalled" },
    select: { id: true, asksConfirmation: true, confirmedAt: true },
  });
  return { ...issue, newer: await newerThan(actor, issue), notice };
}

type Edition = Pick<Issue, "publicationId" | "series" | "year" | "number" | "edition">;

/** The latest of the later editions of its number that the person may read; an edition may itself have been corrected. */
async function newerThan(actor: Actor, issue: Edition): Promise<string | null> {
  const { publicationId, series, year, number, edition } = issue;
  const later = { publicationId, series, year, number, edition: { gt: edition } };
  const found = await db.issue.findFirst({
    where: { AND: [later, readableIssues(actor)] },
    orderBy: { edition: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}
