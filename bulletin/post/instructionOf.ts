import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import {
  has,
  instructionActs,
  isOfficeSide,
  isSecretariat,
  mayInstructFor,
  readableIssues,
  visibleInstructions,
} from "../policy";
import { asContent } from "../press/content";
import { entriesIn } from "../press/editions";
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
  const seesAll = isSecretariat(actor) || mayInstructFor(actor, row.leaderId);
  return {
    ...row,
    drawing: row.drawing as Drawing,
    quote: isShown ? row.quote : "",
    issue: named,
    mayReadIssue: mayRead !== null,
    entry: entry ?? null,
    forwards: forwards
      .filter(({ officeId }) => seesAll || isOwn(officeId))
      .map(({ files, ...each }) => ({
        ...each,
        dueOn: fromColumn(each.dueOn),
        isOwn: isOwn(each.officeId),
        /** Put there, and not sent yet: the office's own business. */
        unsent: isOwn(each.officeId) ? files : [],
      })),
    acts: instructionActs(actor, instruction),
    mayRelease: has(actor, "editor") && row.entryId !== null && row.releasedAt === null,
  };
}

/** What an office may know of the instructions on its item: those that the secretariat released. */
export async function releasedOn(itemId: string) {
  const entries = await db.entry.findMany({ where: { itemId, issue: { state: "distributed" } }, select: { id: true } });
  return db.instruction.findMany({
    where: { entryId: { in: entries.map((each) => each.id) }, releasedAt: { not: null }, state: { not: "withdrawn" } },
    orderBy: { givenAt: "asc" },
    select: { id: true, text: true, drawing: true, leaderName: true, givenAt: true, state: true },
  });
}
