import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, mayIssue, workedIssues } from "../policy";
import { settleIssue } from "../post/tell";
import { issueLife } from "../workflow";

/**
 * The door to any change of one issue in work. Locks its row, so that two editors' changes stand
 * one after the other; enters the person among its compilers; voids an approval. Refused: an issue
 * in review (withdraw it first) or signed (correct it instead).
 */
export async function editIssue<T>(
  tx: Transaction,
  actor: Actor,
  issueId: string,
  change: (issue: Issue) => Promise<T>,
): Promise<T> {
  await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${issueId}::uuid FOR UPDATE`;
  const issue = await tx.issue.findFirst({ where: { AND: [{ id: issueId }, workedIssues(actor)] } });
  if (!issue) throw missing();
  ask(mayIssue(actor, "edit", issue));
  if (issue.state === "inReview") throw new Refusal("inReview");
  if (!(issueLife.edit.from as readonly string[]).includes(issue.state)) throw new Refusal("signedStands");
  const result = await change(issue);
  await tx.issue.update({
    where: { id: issueId },
    data: {
      state: issue.state === "approved" ? "compiling" : issue.state,
      version: { increment: 1 },
      updatedAt: now(),
      approvedById: null,
      approvedAt: null,
      compilerIds: issue.compilerIds.includes(actor.id) ? undefined : { push: actor.id },
    },
  });
  if (issue.state === "approved") {
    await record(tx, actor, "voidApproval", { issueId });
    await settleIssue(tx, issueId);
  }
  return result;
}

/**
 * The same for all issues in work of a publication at once, when what it prints around them has changed.
 * One in review stays there, in a new version: its reviewer is told who changed it, and when.
 */
export async function changeIssuesInWork(tx: Transaction, actor: Actor, publicationId: string): Promise<void> {
  const issues = await tx.$queryRaw<{ id: string; state: string; compilerIds: string[] }[]>`
    SELECT id, state, "compilerIds" FROM "Issue"
    WHERE "publicationId" = ${publicationId}::uuid AND number IS NULL ORDER BY id FOR UPDATE`;
  for (const { id, state, compilerIds } of issues) {
    const wasApproved = state === "approved";
    await tx.issue.update({
      where: { id },
      data: {
        ...(wasApproved && { state: "compiling" }),
        version: { increment: 1 },
        updatedAt: now(),
        approvedById: null,
        approvedAt: null,
        compilerIds: compilerIds.includes(actor.id) ? undefined : { push: actor.id },
      },
    });
    await record(tx, actor, wasApproved ? "voidApproval" : "enterPublication", { issueId: id });
    if (wasApproved) await settleIssue(tx, id);
  }
}
