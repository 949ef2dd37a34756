import { giveTray } from "@/bulletin/post/deputies";
import { answer, close, forward } from "@/bulletin/post/forwarding";
import { instruct } from "@/bulletin/post/instructions";
import { nothingDrawn } from "@/bulletin/post/strokes";
import { asContent } from "@/bulletin/press/content";
import { entriesIn } from "@/bulletin/press/editions";
import { addDays, dayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { written } from "./city/handwriting";
import type { Stage } from "./stage";

/** Leaders have written on issues: one instruction is closed, one answered, one with an office, one new; and a tray is in care. */
export async function playPost(stage: Stage): Promise<void> {
  const closed = await writeOn(stage, 6, { text: "经验很好，请各区县借鉴。", byHand: true });
  await forwardTo(stage, closed, "云岭县", "请结合本县实际办理。");
  await answerFor(stage, closed, "已组织各乡镇政协委员联络室学习，三个乡镇本月试行，情况随季度总结报送。");
  const { version } = await seen(closed);
  await close(stage.actor("editor"), {
    id: closed,
    version,
    closing: "云岭县已组织学习并在三个乡镇试行，后续情况在周报刊载。",
  });
  const answered = await writeOn(stage, 4, { text: "请办公室跟踪进展。" });
  await forwardTo(stage, answered, "临江县", "");
  await answerFor(stage, answered, "已与县住建局对接，十二月上旬完成第二轮走访后专题报送。");
  const forwarded = await writeOn(stage, 3, { text: "", byHand: true });
  await forwardTo(stage, forwarded, "云岭县", "请提供具体数字。");
  await writeOn(stage, 2, { text: "请阅。这个做法可以推广。" });
  await giveTray(stage.actor("leader2"), {
    principalId: stage.actor("leader2").id,
    deputyId: stage.actor("editor2").id,
    from: dayOf(new Date()),
    until: addDays(dayOf(new Date()), 30),
    mayInstruct: false,
  });
}

async function writeOn(
  stage: Stage,
  back: number,
  { text, byHand = false }: { text: string; byHand?: boolean },
): Promise<string> {
  const leader = stage.actor("leader");
  const delivery = await db.delivery.findFirstOrThrow({
    where: { accountId: leader.id, issue: { publication: { name: "工作周报" } } },
    orderBy: { deliveredAt: "desc" },
    skip: back,
    include: { issue: true },
  });
  stage.at(dayOf(delivery.deliveredAt), "17:10");
  const [entry] = entriesIn(asContent(delivery.issue.content)).filter(({ kind }) => kind === "story");
  return instruct(leader, {
    ...{ id: delivery.issueId, entryId: entry?.id ?? null, quote: "", text },
    drawing: byHand ? written(monthAndDay(delivery.deliveredAt)) : nothingDrawn,
  });
}

/** 11.2, as a hand writes it beside its words. */
function monthAndDay(moment: Date): string {
  const [, month, day] = dayOf(moment).split("-").map(Number);
  return `${month}.${day}`;
}

async function forwardTo(stage: Stage, id: string, shortName: string, words: string): Promise<void> {
  const { version, givenAt } = await seen(id);
  const office = await db.office.findFirstOrThrow({ where: { shortName: { startsWith: shortName } } });
  stage.at(dayOf(givenAt), "17:40");
  await forward(stage.actor("editor"), { id, version, officeIds: [office.id], dueOn: null, words });
}

async function answerFor(stage: Stage, instructionId: string, text: string): Promise<void> {
  const found = await db.forward.findFirstOrThrow({ where: { instructionId } });
  const people = [...stage.everyone()];
  const writer = people.find(({ officeId, roles }) => officeId === found.officeId && roles.includes("contributor"));
  if (!writer) throw new Error("the office has nobody who answers");
  stage.at(addDays(dayOf(found.at), 3), "10:15");
  await answer(writer, { id: found.id, text });
}

function seen(id: string) {
  return db.instruction.findUniqueOrThrow({ where: { id }, select: { version: true, givenAt: true } });
}
