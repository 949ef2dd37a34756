import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { settleIssue, tellOfIssue } from "../post/tell";
import { id, prose, version } from "../text/fields";
import { moveIssue } from "../transition";

export const seenSchema = z.object({ id, version });
type Seen = z.output<typeof seenSchema>;

/** Hands the issue to the reviewers (送审). Blockers do not stop it; they stop sign-off. */
export async function requestReview(actor: Actor, seen: Seen): Promise<void> {
  await inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "requestReview", seen);
    if (!(await tx.entry.count({ where: { issueId: seen.id } }))) throw new Refusal("noEntries");
    await record(tx, actor, "requestReview", { issueId: seen.id });
    await settleIssue(tx, seen.id);
    // Whoever has assembled it does not review it.
    await tellOfIssue(tx, issue, { kind: "forReview", to: "reviewer", but: issue.compilerIds });
  });
}

/** Takes it back before anybody has reviewed it (撤回送审). */
export async function withdrawReview(actor: Actor, seen: Seen): Promise<void> {
  await inTransaction(async (tx) => {
    await moveIssue(tx, actor, "withdrawReview", seen);
    await record(tx, actor, "withdrawReview", { issueId: seen.id });
    await settleIssue(tx, seen.id);
  });
}

export const sendBackSchema = z.object({ id, version, words: prose(500, { required: true }) });

/** Gives it back to the editors with words (退改); from an approved issue that is the signer's act. */
export async function sendBack(actor: Actor, { words, ...seen }: z.output<typeof sendBackSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "sendBack", seen, { approvedById: null, approvedAt: null });
    await record(tx, actor, "sendBack", { issueId: seen.id, detail: { words } });
    await settleIssue(tx, issue.id);
    await tellOfIssue(tx, issue, { kind: "sentBack", to: "editor", words, but: [actor.id] });
  });
}

/** Approves the version that the reviewer saw. Who assembled it does not approve it. */
export async function approve(actor: Actor, seen: Seen): Promise<void> {
  await inTransaction(async (tx) => {
    const issue = await moveIssue(tx, actor, "approve", seen, { approvedById: actor.id, approvedAt: now() });
    await record(tx, actor, "approve", { issueId: seen.id });
    await settleIssue(tx, issue.id);
    await tellOfIssue(tx, issue, { kind: "forSignature", to: "signer", but: [actor.id] });
  });
}
