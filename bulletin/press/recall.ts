import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../events";
import { administrators, workedIssues } from "../policy";
import { notify } from "../post/notices";
import { namedIssue } from "../post/tell";
import { id, prose, version } from "../text/fields";
import { moveIssue } from "../transition";

export const recallSchema = z.object({ id, version, reason: prose(300, { required: true }) });

/**
 * Takes an issue back that is out (撤回), by its signer, with the reason. From this moment its text is
 * nowhere before a reader; a notice stays in its place. Everybody to whom it was delivered is told, and
 * whoever opened, printed or downloaded it is asked to confirm.
 */
export async function recall(actor: Actor, { reason, ...seen }: z.output<typeof recallSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const change = { recallReason: reason, recalledAt: now(), recalledByName: actor.name };
    const issue = await moveIssue(tx, actor, "recall", seen, change);
    const deliveries = await tx.delivery.findMany({ where: { issueId: issue.id } });
    const takers = await tx.event.findMany({
      where: { issueId: issue.id, act: { in: ["open", "download"] }, actorId: { not: null } },
      select: { actorId: true },
    });
    const had = new Set([
      ...deliveries
        .filter((each) => each.openedAt || each.printedAt || each.downloadedAt)
        .map((each) => each.accountId),
      ...deliveries.flatMap(({ openedById }) => openedById ?? []),
      ...takers.flatMap(({ actorId }) => actorId ?? []),
    ]);
    had.delete(actor.id);
    // Whoever has become an administrator since is told of no issue any more (notices.ts), and is not waited for.
    const special = await tx.roleGrant.findMany({ where: { role: { in: [...administrators] } } });
    for (const { accountId } of special) had.delete(accountId);
    const told = {
      ...{ kind: "recalled" as const, key: issue.id, href: `/reading/${issue.id}`, issueId: issue.id },
      values: { ...(await namedIssue(tx, issue.id)), reason },
    };
    const others = deliveries.map((each) => each.accountId).filter((each) => !had.has(each) && each !== actor.id);
    await notify(tx, [...had], { ...told, asksConfirmation: true });
    await notify(tx, others, told);
    await record(tx, actor, "recall", { issueId: issue.id, detail: { reason, asked: had.size } });
  });
}

/** Those who have not confirmed, and no more at once than anybody telephones. */
const shown = 200;

/** Who had a recalled issue, and who has confirmed that they know: for the secretariat. Those who have not stand first. */
export async function confirmationsOf(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({ where: { AND: [{ id: issueId }, workedIssues(actor)] } });
  if (!issue) throw missing();
  const where = { issueId, kind: "recalled", asksConfirmation: true };
  const [rows, sums] = await Promise.all([
    db.notice.findMany({
      where,
      orderBy: [
        { confirmedAt: { sort: "desc", nulls: "first" } },
        { account: { official: { rank: "asc" } } },
        { id: "asc" },
      ],
      take: shown,
      select: {
        ...{ id: true, confirmedAt: true },
        account: { select: { name: true, phone: true, office: { select: { shortName: true } } } },
      },
    }),
    db.notice.aggregate({ where, _count: { _all: true, confirmedAt: true } }),
  ]);
  return { rows, count: sums._count._all, confirmed: sums._count.confirmedAt };
}
