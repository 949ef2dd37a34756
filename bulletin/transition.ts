import type { Issue, Item, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { formatMoment } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import { missing, Refusal, type Stale } from "@/lib/refusal";
import { ask, mayIssue, mayItem, visibleItems, workedIssues } from "./policy";
import { type IssueAct, type ItemAct, issueLife, itemLife } from "./workflow";

type ItemChange = Prisma.ItemUncheckedUpdateManyInput;
type IssueChange = Prisma.IssueUncheckedUpdateManyInput;

/**
 * One step in the life of an item, as one conditional update: its id, the states allowed, and the
 * version that the person saw (null where the act does not depend on the text). Refused: not visible
 * (missing), no right (forbidden), or somebody was first (stale, with who and when).
 */
export async function moveItem(
  tx: Transaction,
  actor: Actor,
  act: ItemAct,
  { id, version }: { id: string; version: number | null },
  change: ItemChange = {},
): Promise<Item> {
  const item = await tx.item.findFirst({ where: { AND: [{ id }, visibleItems(actor)] } });
  if (!item) throw missing();
  ask(mayItem(actor, act, item));
  const { from, to } = itemLife[act];
  const { count } = await tx.item.updateMany({
    where: { id, state: { in: [...from] }, ...(version !== null && { version }) },
    data: { state: to, version: { increment: 1 }, updatedAt: now(), ...change },
  });
  if (!count) throw await staleItem(tx, id, item.version);
  return tx.item.findUniqueOrThrow({ where: { id } });
}

/** One step in the life of an issue; the same rules. */
export async function moveIssue(
  tx: Transaction,
  actor: Actor,
  act: IssueAct,
  { id, version }: { id: string; version: number | null },
  change: IssueChange = {},
): Promise<Issue> {
  const issue = await tx.issue.findFirst({ where: { AND: [{ id }, workedIssues(actor)] } });
  if (!issue) throw missing();
  if (act === "approve" && issue.compilerIds.includes(actor.id)) throw new Refusal("ownWork");
  const { from, to } = issueLife[act];
  const isOpen = (from as readonly string[]).includes(issue.state);
  if (isOpen) ask(mayIssue(actor, act, issue));
  else ask(from.some((state) => mayIssue(actor, act, { ...issue, state })));
  const { count } = await tx.issue.updateMany({
    where: { id, state: { in: [...from] }, ...(version !== null && { version }) },
    data: { state: to, version: { increment: 1 }, updatedAt: now(), ...change },
  });
  if (!count) throw await staleIssue(tx, id);
  return tx.issue.findUniqueOrThrow({ where: { id } });
}

/** Who was first, and when, from the record. */
export async function staleItem(tx: Transaction, itemId: string, version: number, text?: unknown): Promise<Refusal> {
  return staleRefusal(await tx.event.findFirst({ where: { itemId }, orderBy: { id: "desc" } }), version, text);
}

export async function staleIssue(tx: Transaction, issueId: string): Promise<Refusal> {
  const issue = await tx.issue.findUniqueOrThrow({ where: { id: issueId } });
  return staleRefusal(await tx.event.findFirst({ where: { issueId }, orderBy: { id: "desc" } }), issue.version);
}

export function staleRefusal(last: { actorName: string; at: Date } | null, version: number, text?: unknown): Refusal {
  const stale: Stale = { by: last?.actorName ?? "", at: last ? formatMoment(last.at) : "", version, text };
  return new Refusal("stale", { values: { by: stale.by, at: stale.at }, stale });
}
