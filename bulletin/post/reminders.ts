import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { dayOf } from "@/lib/dates";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has, workedIssues } from "../policy";
import { id } from "../text/fields";
import { notify } from "./notices";
import { isQuiet, postSettings } from "./settings";

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
    const issues = await db.issue.findMany({
      where: {
        ...{ publicationId, state: "distributed", distributedAt: { lte: before } },
        deliveries: { some: { acknowledgedAt: null, remindedAt: null } },
      },
    });
    for (const issue of issues)
      await inTransaction(async (tx) => {
        const readers = await remindRest(tx, issue, null);
        if (readers) await record(tx, null, "remind", { issueId: issue.id, detail: { readers } });
      });
  }
}

type Due = { id: string; publicationId: string; number: number | null; series: string };

/** Whoever was reminded since then is left out; null: whoever was ever reminded. */
async function remindRest(tx: Transaction, issue: Due, since: Date | null): Promise<number> {
  const rows = await tx.delivery.updateManyAndReturn({
    where: {
      ...{ issueId: issue.id, acknowledgedAt: null },
      account: { disabledAt: null, roles: { some: { role: "reader" } } },
      OR: [{ remindedAt: null }, ...(since ? [{ remindedAt: { lt: since } }] : [])],
    },
    data: { remindedAt: now() },
    select: { accountId: true },
  });
  const { name } = await tx.publication.findUniqueOrThrow({ where: { id: issue.publicationId } });
  await notify(
    tx,
    rows.map(({ accountId }) => accountId),
    {
      kind: "reminded",
      key: `${issue.id} ${dayOf(now())} ${now().getTime()}`,
      href: `/reading/${issue.id}`,
      issueId: issue.id,
      values: { publication: name, series: issue.series, number: issue.number ?? 0 },
    },
  );
  return rows.length;
}
