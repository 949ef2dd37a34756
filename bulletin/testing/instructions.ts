import type { z } from "zod";
import type { Actor } from "@/lib/actor";
import type { Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { distribute } from "../post/distribute";
import { answer, forward } from "../post/forwarding";
import { instruct, type instructSchema } from "../post/instructions";
import { nothingDrawn } from "../post/strokes";
import { correct } from "../press/correct";
import { recall } from "../press/recall";
import { approve, requestReview } from "../press/review";
import { signOff } from "../press/signOff";
import { adoptInto, issueBy, seenIssue } from "./issues";
import { paragraphs, type Seen, submitted } from "./items";
import { type House, house, official, person } from "./people";
import { publication } from "./publications";

/** A person who stands on the roster; as a reader, a leader. */
export async function onRoster(actor: Actor, rank: number): Promise<Actor> {
  const officialId = await official(actor.name, rank);
  await db.account.update({ where: { id: actor.id }, data: { officialId } });
  return { ...actor, officialId };
}

/** Who looks after the tray of another; the actor that a session would make of it. */
export function deputyOf(principal: Actor, actor: Actor, mayInstruct: boolean): Actor {
  return { ...actor, principals: [{ id: principal.id, name: principal.name, mayInstruct }] };
}

/**
 * A house whose two readers are leaders to whom the lists send; beside them a reader who is none, to whom
 * they send as well, and a third office.
 */
export async function led() {
  const people = await house();
  const leader = await onRoster(people.leader, 1);
  const leader2 = await onRoster(people.leader2, 2);
  const plain = await person(["reader"]);
  const third = await person(["contributor"]);
  const weekly = await publication({ readers: [leader, leader2, plain] });
  return { ...people, leader, leader2, plain, third, publication: weekly };
}

export type Led = Awaited<ReturnType<typeof led>>;

/** The one sentence that only the north's item has. */
export const sentence = "调研组走访了三个村。";

/** Unsent: an issue of the north's item and the south's. */
export async function compiledOfTwo(people: Led) {
  const { editor, writer, southWriter, southLead: lead, publication } = people;
  const north = await submitted(writer, publication, { blocks: paragraphs(sentence, "座谈会上十二人发言。") });
  const southern = { headline: ["南边开了座谈会"], blocks: paragraphs("会上提了五条建议。") };
  const south = await submitted(southWriter, publication, { lead, ...southern });
  const issueId = await issueBy(editor, publication);
  const [northern = "", southernEntry = ""] = await adoptInto(issueId, editor, [north, south]);
  return { issueId, itemId: north.id, north: northern, south: southernEntry };
}

/** The same, out. */
export async function outOfTwo(people: Led) {
  const issue = await compiledOfTwo(people);
  await sendOut(people, issue.issueId);
  return issue;
}

/** An issue in work goes the whole way. */
export async function sendOut(people: House, id: string): Promise<void> {
  await requestReview(people.editor, await seenIssue(id));
  await approve(people.reviewer, await seenIssue(id));
  await signOff(people.signer, await seenIssue(id));
  await distribute(people.editor, await seenIssue(id));
}

/** The new edition of an issue, out in its place. */
export async function corrected(people: House, id: string): Promise<string> {
  const edition = await correct(people.editor, { id, reason: "人名有误" });
  await sendOut(people, edition);
  return edition;
}

export async function recalled(people: House, id: string): Promise<void> {
  await recall(people.signer, { ...(await seenIssue(id)), reason: "内容有误" });
}

type Written = z.output<typeof instructSchema>;

/** What a leader writes on the whole of an issue, unless told otherwise. */
export function words(issueId: string, given: Partial<Written> = {}): Written {
  return { id: issueId, entryId: null, quote: "", text: "请研究办理。", drawing: nothingDrawn, ...given };
}

export async function given(leader: Actor, issueId: string, more: Partial<Written> = {}): Promise<string> {
  return instruct(leader, words(issueId, more));
}

export async function forwarded(editor: Actor, id: string, officeIds: string[], dueOn: Day | null = null) {
  await forward(editor, { ...(await seenInstruction(id)), officeIds, dueOn, words: "请按时反馈。" });
}

/** The office's forward of an instruction answered by one of its people. */
export async function answered(actor: Actor, instructionId: string, text = "已经办了。"): Promise<string> {
  const id = await forwardTo(actor.officeId, instructionId);
  await answer(actor, { id, text });
  return id;
}

export async function forwardTo(officeId: string, instructionId: string): Promise<string> {
  const key = { instructionId_officeId: { instructionId, officeId } };
  return (await db.forward.findUniqueOrThrow({ where: key })).id;
}

export async function seenInstruction(id: string): Promise<Seen> {
  return db.instruction.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

export async function instructionRow(id: string) {
  return db.instruction.findUniqueOrThrow({ where: { id } });
}

/** How often each person was told something of this kind. */
export async function told(kind: string): Promise<Record<string, number>> {
  const rows = await db.notice.groupBy({ by: ["accountId"], where: { kind }, _count: { _all: true } });
  return Object.fromEntries(rows.map(({ accountId, _count }) => [accountId, _count._all]));
}
