import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import {
  has,
  instructionActs,
  isOfficeSide,
  isSecretariat,
  readableIssues,
  visibleForwards,
  visibleInstructions,
} from "../policy";
import { asContent } from "../press/content";
import { entriesIn } from "../press/editions";
import { itemsOf, madeOfOne, withItems } from "../sources";
import type { Drawing } from "./strokes";

const file = { select: { id: true, name: true, size: true }, orderBy: { createdAt: "asc" as const } };

/**
 * One instruction with all that became of it. An office to which it was forwarded sees the text on which
 * it was written as long as the issue is out, and of the forwards its own alone.
 */
export async function instructionOf(actor: Actor, id: string) {
  const instruction = await db.instruction.findFirst({
    where: { AND: [{ id }, visibleInstructions(actor)] },
    include: {
      issue: {
        select: {
          ...{ id: true, state: true, year: true, number: true, series: true, edition: true, content: true },
          publication: { select: { name: true } },
        },
      },
      forwards: {
        where: visibleForwards(actor),
        orderBy: { at: "asc" },
        include: {
          office: { select: { shortName: true, phone: true } },
          answers: { orderBy: { at: "asc" }, include: { files: file } },
          files: { ...file, where: { answerId: null } },
        },
      },
    },
  });
  if (!instruction) throw missing();
  const { issue, forwards, ...row } = instruction;
  const { content, ...named } = issue;
  const mayRead = await db.issue.findFirst({
    where: { AND: [{ id: issue.id }, readableIssues(actor)] },
    select: { id: true },
  });
  const isShown = isSecretariat(actor) || issue.state === "distributed";
  const entry = content && isShown ? entriesIn(asContent(content)).find((each) => each.id === row.entryId) : null;
  const isOwn = (officeId: string) => isOfficeSide(actor) && officeId === actor.officeId;
  return {
    ...row,
    drawing: row.drawing as Drawing,
    quote: isShown ? row.quote : "",
    issue: named,
    mayReadIssue: mayRead !== null,
    entry: entry ?? null,
    forwards: forwards.map(({ files, ...each }) => ({
      ...each,
      dueOn: fromColumn(each.dueOn),
      isOwn: isOwn(each.officeId),
      /** Put there, and not sent yet: the office's own business. */
      unsent: isOwn(each.officeId) ? files : [],
    })),
    acts: instructionActs(actor, instruction),
    mayRelease: has(actor, "editor") && row.releasedAt === null && (await hasItemBehind(row.entryId)),
  };
}

/**
 * What an office may know of the instructions on its item: those that the secretariat released, as long as
 * the issue is out; on an earlier edition of it too, since what they have read is not taken from them.
 */
export async function releasedOn(itemId: string) {
  const entries = await db.entry.findMany({
    where: await madeOfOne(db, itemId),
    select: { id: true, correctsId: true, issue: { select: { state: true } } },
  });
  const before = new Map(entries.map(({ id, correctsId }) => [id, correctsId]));
  const shown: string[] = [];
  for (const { id, issue } of entries)
    if (issue.state === "distributed")
      for (let at: string | null | undefined = id; at; at = before.get(at)) shown.push(at);
  return db.instruction.findMany({
    where: { entryId: { in: shown }, releasedAt: { not: null }, state: { not: "withdrawn" } },
    orderBy: { givenAt: "asc" },
    select: { id: true, text: true, drawing: true, leaderName: true, givenAt: true, state: true },
  });
}

async function hasItemBehind(entryId: string | null): Promise<boolean> {
  if (!entryId) return false;
  const entry = await db.entry.findUnique({ where: { id: entryId }, select: withItems({ id: true }) });
  return entry !== null && itemsOf(entry).length > 0;
}
