import type { Instruction, Issue, Item, Prisma } from "@/generated/prisma/client";
import type { InstructionState, ItemState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import type { Transaction as Tx } from "@/lib/db";
import { missing, Refusal, type Stale } from "@/lib/refusal";
import { ask, has, mayInstruction, mayIssue, mayItem, visibleInstructions, visibleItems, workedIssues } from "./policy";
import {
  type InstructionAct,
  type IssueAct,
  type ItemAct,
  instructionLife,
  issueLife,
  itemLife,
  landing,
  type Transition,
} from "./workflow";

type ItemChange = Omit<Prisma.ItemUncheckedUpdateManyInput, "state"> & { state?: ItemState };
type IssueChange = Omit<Prisma.IssueUncheckedUpdateManyInput, "state">;

/**
 * One step in the life of an item, as one conditional update: its id, the states allowed, and the
 * version that the person saw (null where the act does not depend on the text). Refused: not visible
 * (missing), no right (forbidden), or somebody was first (stale, with who and when).
 */
export async function moveItem(
  tx: Tx,
  actor: Actor,
  act: ItemAct,
  { id, version }: { id: string; version: number | null },
  change: ItemChange = {},
): Promise<Item> {
  const item = await tx.item.findFirst({ where: { AND: [{ id }, visibleItems(actor)] } });
  if (!item) throw await goneOrMissing(tx, actor, id);
  ask(mayItem(actor, act, item));
  const transition: Transition<ItemState, unknown> = itemLife[act];
  const state = landing(transition, change.state);
  const { count } = await tx.item.updateMany({
    where: { id, state: { in: [...transition.from] }, ...(version !== null && { version }) },
    data: { ...change, state, version: { increment: 1 }, updatedAt: now() },
  });
  if (!count) throw await staleItem(tx, id, item.version);
  return tx.item.findUniqueOrThrow({ where: { id } });
}

/** An item that the desk had and its office withdrew is told as overtaken; anything else is not there. */
async function goneOrMissing(tx: Tx, actor: Actor, id: string): Promise<Refusal> {
  const gone = await tx.item.findFirst({ where: { id, state: "withdrawn", submissions: { gt: 0 } } });
  return gone && has(actor, "editor") ? staleItem(tx, id, gone.version) : missing();
}

/** One step in the life of an issue; the same rules. */
export async function moveIssue(
  tx: Tx,
  actor: Actor,
  act: IssueAct,
  { id, version }: { id: string; version: number | null },
  change: IssueChange = {},
): Promise<Issue> {
  const issue = await tx.issue.findFirst({ where: { AND: [{ id }, workedIssues(actor)] } });
  if (!issue) throw missing();
  if (act === "approve") {
    ask(has(actor, "reviewer"));
    if (issue.compilerIds.includes(actor.id)) throw new Refusal("ownWork");
  }
  const { from, to } = issueLife[act];
  const isOpen = (from as readonly string[]).includes(issue.state);
  if (isOpen) ask(mayIssue(actor, act, issue));
  else ask(from.some((state) => mayIssue(actor, act, { ...issue, state })));
  const { count } = await tx.issue.updateMany({
    where: { id, state: { in: [...from] }, ...(version !== null && { version }) },
    data: { ...change, state: to[0], version: { increment: 1 }, updatedAt: now() },
  });
  if (!count) throw await staleIssue(tx, id);
  return tx.issue.findUniqueOrThrow({ where: { id } });
}

type InstructionChange = Omit<Prisma.InstructionUncheckedUpdateManyInput, "state"> & { state?: InstructionState };

/** One step on the way of an instruction; the same rules. */
export async function moveInstruction(
  tx: Tx,
  actor: Actor,
  act: InstructionAct,
  { id, version }: { id: string; version: number | null },
  change: InstructionChange = {},
): Promise<Instruction> {
  const instruction = await tx.instruction.findFirst({
    where: { AND: [{ id }, visibleInstructions(actor)] },
    include: { forwards: { select: { officeId: true } } },
  });
  if (!instruction) throw await takenBackOrMissing(tx, actor, act, id);
  ask(mayInstruction(actor, act, instruction));
  const transition: Transition<InstructionState, unknown> = instructionLife[act];
  const state = landing(transition, change.state);
  const { count } = await tx.instruction.updateMany({
    where: { id, state: { in: [...transition.from] }, ...(version !== null && { version }) },
    data: { ...change, state, version: { increment: 1 }, updatedAt: now() },
  });
  if (!count) throw await staleInstruction(tx, id, instruction.version);
  return tx.instruction.findUniqueOrThrow({ where: { id } });
}

/** One that was taken back while a person had it before them is told as overtaken; any other is not there. */
async function takenBackOrMissing(tx: Tx, actor: Actor, act: InstructionAct, id: string): Promise<Refusal> {
  const gone = await tx.instruction.findFirst({
    where: { id, state: "withdrawn" },
    include: { forwards: { select: { officeId: true } } },
  });
  return gone && mayInstruction(actor, act, gone) ? staleInstruction(tx, id, gone.version) : missing();
}

/** Files that an office lays beside its answer, or a release, overtake nobody. */
async function staleInstruction(tx: Tx, subjectId: string, version: number): Promise<Refusal> {
  const steps = Object.keys(instructionLife);
  return staleRefusal(
    await tx.event.findFirst({ where: { subjectId, act: { in: steps } }, orderBy: { id: "desc" } }),
    version,
  );
}

/** Holds an item's row until the transaction ends: what is decided by counting its entries or files stays true. */
export async function lockItem(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Item" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Reading an issue, and writing on it, leaves it as it is: nobody was overtaken by that. */
const beside = [
  ...["open", "acknowledge", "download", "confirm", "handOver", "remind", "beginCorrection"],
  ...["instruct", "release", "attachToAnswer", "detachFromAnswer", ...Object.keys(instructionLife)],
];

/** Who was first, and when, from the record. */
export async function staleItem(tx: Tx, itemId: string, version: number, text?: unknown): Promise<Refusal> {
  const last = await tx.event.findFirst({ where: { itemId }, orderBy: { id: "desc" } });
  const item = await tx.item.findUnique({ where: { id: itemId }, select: { updatedAt: true } });
  // Nothing is told of an item any more that its office has thrown away.
  if (!last || !item) return missing();
  // Of several savings the record tells the first; the item itself knows the last.
  return staleRefusal(last.act === "saveDraft" ? { ...last, at: item.updatedAt } : last, version, text);
}

export async function staleIssue(tx: Tx, issueId: string): Promise<Refusal> {
  const issue = await tx.issue.findUniqueOrThrow({ where: { id: issueId } });
  return staleRefusal(
    await tx.event.findFirst({ where: { issueId, act: { notIn: beside } }, orderBy: { id: "desc" } }),
    issue.version,
  );
}

type Last = { actorName: string; at: Date } | null;

export function staleRefusal(last: Last, version: number, text?: unknown): Refusal {
  return told(text === undefined ? "overtaken" : "stale", last, version, text);
}

/** Of what has no life but is changed as a whole (rules, lists, a publication): somebody else was first. */
export function changedMeanwhile(last: Last, version = 0, text?: unknown): Refusal {
  return told("changedMeanwhile", last, version, text);
}

function told(key: string, last: Last, version: number, text: unknown): Refusal {
  const stale: Stale = { by: last?.actorName ?? "", at: (last?.at ?? now()).toISOString(), version, text };
  return new Refusal(key, { values: { by: stale.by, at: stale.at }, stale });
}
