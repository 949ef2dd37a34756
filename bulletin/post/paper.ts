import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../events";
import { ask, has, workedIssues } from "../policy";
import { checkbox, id } from "../text/fields";

export const paperSchema = z.object({ id, handed: checkbox });

/** Ticks a paper copy off as handed over, or takes the tick away. Editors and signers, who carry them. */
export async function handOver(actor: Actor, { id: copyId, handed }: z.output<typeof paperSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const copy = await tx.paperCopy.findFirst({ where: { id: copyId, issue: workedIssues(actor) } });
    if (!copy) throw missing();
    ask(has(actor, "editor", "signer"));
    const { count } = await tx.paperCopy.updateMany({
      where: { id: copyId, handedAt: handed ? null : { not: null } },
      data: handed ? { handedAt: now(), handedByName: actor.name } : { handedAt: null, handedByName: "" },
    });
    if (!count) return;
    const detail = { label: copy.label, handed };
    await record(tx, actor, "handOver", { issueId: copy.issueId, detail });
  });
}

/** What the signing sheet (签收单) prints: every label with its line, each reader once, a place to sign. */
export async function signingSheetOf(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, workedIssues(actor)], distributedAt: { not: null } },
    select: {
      ...{ number: true, series: true, year: true, date: true },
      publication: { select: { name: true, issuer: true } },
      paperCopies: { orderBy: { order: "asc" } },
    },
  });
  if (!issue) throw missing();
  const deliveries = await db.delivery.findMany({
    where: { issueId },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, labels: true, acknowledgedAt: true },
      account: { select: { name: true, office: { select: { shortName: true } } } },
    },
  });
  return { ...issue, deliveries };
}
