import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has, workedIssues } from "../policy";
import { id } from "../text/fields";
import { notify } from "./notices";
import { isQuiet, postSettings } from "./settings";
import { namedIssue } from "./tell";

export const remindSchema = z.object({ id });

/** One act reminds everyone who has not acknowledged; nobody twice within an hour. */
export async function remind(
  actor: Actor,
  { id: issueId }: z.output<typeof remindSchema>,
): Promise<{ readers: number }> {
  return inTransaction(async (tx) => {
    const issue = await tx.issue.findFirst({ where: { AND: [{ id: issueId }, workedIssues(actor)] } });
    if (!issue) throw missing();
    ask(has(actor, "editor", "signer"));
    if (issue.state !== "distributed") throw new Refusal("notOut");
    const anHourAgo = new Date(now().getTime() - 3_600_000);
    const readers = await remindRest(tx, issue, anHourAgo);
    if (!readers) throw new Refusal("nobodyToRemind");
    await record(tx, actor, "remind", { issueId, detail: { readers } });
    return { readers };
  });
}

/**
 * By rule: where a publication says so, whoever has not acknowledged so many hours after delivery is
 * reminded once. In quiet hours nobody is; it is made up for afterwards.
 */
export async function remindDue(): Promise<void> {
  if (isQuiet(await postSettings(), now())) return;
  const publications = await db.publication.findMany({ where: { remindAfter: { gt: 0 } } });
  for (const { id: publicationId, remindAfter } of publications) {
    const before = new Date(now().getTime() - remindAfter * 3_600_000);
    // A rule that is turned on today does not remind of the whole past.
    const since = new Date(before.getTime() - lookedBack);
    const issues = await db.issue.findMany({
      where: {
        ...{ publicationId, state: "distributed", distributedAt: { lte: before, gte: since } },
        deliveries: { some: { acknowledgedAt: null, remindedAt: null, account: reads } },
      },
    });
    for (const issue of issues)
      await inTransaction(async (tx) => {
        const readers = await remindRest(tx, issue, null);
        if (readers) await record(tx, null, "remind", { issueId: issue.id, detail: { readers } });
      });
  }
}

/** A week after its time nobody is reminded by rule any more. */
const lookedBack = 7 * 86_400_000;

const reads = { disabledAt: null, roles: { some: { role: "reader" } } } as const satisfies Prisma.AccountWhereInput;

type Due = { id: string; publicationId: string; number: number | null; series: string };

/** Whoever was reminded since then is left out; null: whoever was ever reminded. */
async function remindRest(tx: Transaction, issue: Due, since: Date | null): Promise<number> {
  // A recall that comes at the same moment waits, or has been first: then there is nothing to read any more.
  await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${issue.id}::uuid FOR SHARE`;
  if (!(await tx.issue.findFirst({ where: { id: issue.id, state: "distributed" }, select: { id: true } }))) return 0;
  const rows = await tx.delivery.updateManyAndReturn({
    where: {
      ...{ issueId: issue.id, acknowledgedAt: null, account: reads },
      OR: [{ remindedAt: null }, ...(since ? [{ remindedAt: { lt: since } }] : [])],
    },
    data: { remindedAt: now() },
    select: { accountId: true },
  });
  await notify(
    tx,
    rows.map(({ accountId }) => accountId),
    {
      kind: "reminded",
      key: `${issue.id} ${now().getTime()}`,
      href: `/reading/${issue.id}`,
      issueId: issue.id,
      values: await namedIssue(tx, issue.id),
    },
  );
  return rows.length;
}
