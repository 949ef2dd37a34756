import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { addDays, fromColumn, toColumn, today } from "@/lib/dates";
import { inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../again";
import { record } from "../events";
import { ask, has, visibleInstructions } from "../policy";
import { itemsOf, withItems } from "../sources";
import { id, optionalDay, prose, version } from "../text/fields";
import { moveInstruction } from "../transition";
import { notify } from "./notices";
import { postSettings } from "./settings";
import { namedIssue, settle, tellOffices, tellRole } from "./tell";

export const forwardSchema = z.object({
  id,
  version,
  officeIds: z.array(id).max(200).default([]),
  dueOn: optionalDay,
  words: prose(300),
});

/**
 * 转办: the secretariat sends an instruction to offices, with a due date if wanted. An office that has it
 * already keeps what it answered. Refused: no office, one that is closed, a due date in the past.
 */
export async function forward(actor: Actor, input: z.output<typeof forwardSchema>): Promise<void> {
  const { officeIds, dueOn, words, ...seen } = input;
  if (!officeIds.length) throw new Refusal("noOffice", { field: "officeIds" });
  if (dueOn && dueOn < today()) throw new Refusal("dayPassed", { field: "dueOn" });
  if (dueOn && dueOn > addDays(today(), 2 * 366)) throw new Refusal("absurdDay", { field: "dueOn" });
  await inTransaction(async (tx) => {
    const instruction = await moveInstruction(tx, actor, "forward", seen);
    await settle(tx, `/instructions/${seen.id}`, ["instructed"]);
    const offices = await tx.office.findMany({ where: { id: { in: officeIds }, closedAt: null } });
    if (offices.length < new Set(officeIds).size) throw new Refusal("unknownOffice", { field: "officeIds" });
    for (const office of offices) {
      const key = { instructionId_officeId: { instructionId: seen.id, officeId: office.id } };
      const said = { dueOn: toColumn(dueOn), words, at: now(), byName: actor.name };
      await tx.forward.upsert({
        where: key,
        create: { instructionId: seen.id, officeId: office.id, ...said },
        update: { ...said, answeredAt: null },
      });
    }
    await tellOffices(tx, officeIds, {
      ...{ kind: "forwarded" as const, key: `${seen.id} ${instruction.version}`, href: `/instructions/${seen.id}` },
      values: { ...(await namedIssue(tx, instruction.issueId)), name: instruction.leaderName, due: dueOn ?? "none" },
    });
    const detail = { offices: offices.map(({ shortName }) => shortName), ...(dueOn && { dueOn }) };
    await record(tx, actor, "forward", { subjectId: seen.id, issueId: instruction.issueId, detail });
  });
}

export const answerSchema = z.object({ id, newId, text: prose(3_000, { required: true }) });

/** 反馈: an office answers what was forwarded to it, with the files that it has put there. It may add to its answer. */
export async function answer(actor: Actor, input: z.output<typeof answerSchema>): Promise<void> {
  const { id: forwardId, newId: own, text } = input;
  await inTransaction(async (tx) => {
    const mine = await forwardOf(tx, actor, forwardId);
    await tx.$queryRaw`SELECT id FROM "Instruction" WHERE id = ${mine.instructionId}::uuid FOR UPDATE`;
    const others = await tx.forward.count({
      where: { instructionId: mine.instructionId, id: { not: forwardId }, answeredAt: null },
    });
    const sent = { forwardId, text };
    if (await cameBefore(tx, own, (id) => tx.answer.findUnique({ where: { id } }), sent)) return;
    if (await wasJustSaid(tx, forwardId, text)) return;
    const seen = { id: mine.instructionId, version: null };
    const instruction = await moveInstruction(tx, actor, "answer", seen, { state: others ? "forwarded" : "answered" });
    const given = await tx.answer.create({ data: { ...sent, id: own ?? undefined, at: now(), byName: actor.name } });
    await tx.answerFile.updateMany({ where: { forwardId, answerId: null }, data: { answerId: given.id } });
    await tx.forward.update({ where: { id: forwardId }, data: { answeredAt: now() } });
    await record(tx, actor, "answer", { subjectId: instruction.id, issueId: instruction.issueId });
    await tellRole(tx, "editor", {
      ...{ kind: "answered", key: given.id, href: `/instructions/${instruction.id}` },
      values: { ...(await namedIssue(tx, instruction.issueId)), name: actor.officeName },
    });
  });
}

/** The same answer within a minute is a button pressed twice, or sent again after the line broke. */
async function wasJustSaid(tx: Transaction, forwardId: string, text: string): Promise<boolean> {
  const since = new Date(now().getTime() - 60_000);
  return (await tx.answer.findFirst({ where: { forwardId, text, at: { gte: since } } })) !== null;
}

/** A forward of the person's own office, whatever became of it since. Any other is not there. */
export async function forwardOf(tx: Transaction, actor: Actor, forwardId: string) {
  const found = await tx.forward.findFirst({
    where: { id: forwardId, officeId: actor.officeId, instruction: visibleInstructions(actor) },
    include: { instruction: { select: { state: true } } },
  });
  if (!found || !has(actor, "contributor", "officeLead")) throw missing();
  return found;
}

export const closeSchema = z.object({ id, version, closing: prose(500, { required: true }) });

/** 办结: the secretariat says what became of it, on the page on which the leader wrote. */
export async function close(actor: Actor, { closing, ...seen }: z.output<typeof closeSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const { issueId, leaderId } = await moveInstruction(tx, actor, "close", seen, { closing, closedAt: now() });
    await settle(tx, `/instructions/${seen.id}`, ["instructed", "answered"]);
    await record(tx, actor, "close", { subjectId: seen.id, issueId });
    const key = `${seen.id} ${seen.version}`;
    await notify(tx, [leaderId], {
      kind: "closed",
      key,
      href: `/reading/${issueId}#instruction-${seen.id}`,
      values: await namedIssue(tx, issueId),
    });
  });
}

/** Closed too early: it goes back to where it was before. */
export async function reopen(actor: Actor, seen: { id: string; version: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const forwards = await tx.forward.findMany({ where: { instructionId: seen.id } });
    const open = forwards.some(({ answeredAt }) => !answeredAt);
    const state = !forwards.length ? "given" : open ? "forwarded" : "answered";
    const { issueId } = await moveInstruction(tx, actor, "reopen", seen, { state, closing: "", closedAt: null });
    await record(tx, actor, "reopen", { subjectId: seen.id, issueId });
  });
}

/** Lets the offices whose items were instructed on know of it. Never undone: they have read it. */
export async function release(actor: Actor, { id: instructionId }: { id: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Instruction" WHERE id = ${instructionId}::uuid FOR UPDATE`;
    const instruction = await tx.instruction.findFirst({
      where: { AND: [{ id: instructionId }, visibleInstructions(actor)] },
      include: { issue: { select: { publication: { select: { name: true } }, series: true, number: true } } },
    });
    if (!instruction) throw missing();
    ask(has(actor, "editor"));
    const entry = instruction.entryId
      ? await tx.entry.findUnique({
          where: { id: instruction.entryId },
          select: withItems({ id: true, officeId: true, headline: true }),
        })
      : null;
    const items = entry ? itemsOf(entry) : [];
    if (!items.length) throw new Refusal("noItemBehind");
    const { count } = await tx.instruction.updateMany({
      where: { id: instructionId, releasedAt: null },
      data: { releasedAt: now() },
    });
    if (!count) return;
    await record(tx, actor, "release", { subjectId: instructionId, issueId: instruction.issueId });
    for (const item of items) {
      const values = { name: instruction.leaderName, title: item.headline.join("") };
      const told = { kind: "released" as const, key: instructionId, href: `/items/${item.id}`, values };
      await tellOffices(tx, [item.officeId], told);
    }
  });
}

/**
 * Where the secretariat has turned deadline warnings on: a day before an answer is due its office is told
 * once. Runs each morning; off, it does nothing.
 */
export async function warnOfDeadlines(): Promise<void> {
  const { deadlineWarnings } = await postSettings();
  if (!deadlineWarnings) return;
  await inTransaction(async (tx) => {
    const due = await tx.forward.findMany({
      where: {
        ...{ answeredAt: null, dueOn: { gte: toColumn(today()), lte: toColumn(addDays(today(), 1)) } },
        instruction: { state: { in: ["forwarded", "answered"] } },
      },
      include: { instruction: { select: { leaderName: true, issueId: true } } },
    });
    for (const { id: forwardId, officeId, dueOn, instructionId, instruction } of due) {
      const day = fromColumn(dueOn) ?? "";
      const told = { kind: "due" as const, key: `${forwardId} ${day}`, href: `/instructions/${instructionId}` };
      const values = { ...(await namedIssue(tx, instruction.issueId)), name: instruction.leaderName, due: day };
      await tellOffices(tx, [officeId], { ...told, values });
    }
  });
}
