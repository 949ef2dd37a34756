import { adopt } from "@/bulletin/desk/adopt";
import { createIssue } from "@/bulletin/desk/issues";
import { flag } from "@/bulletin/desk/select";
import { attach } from "@/bulletin/intake/attachments";
import { draftOf, saveDraft } from "@/bulletin/intake/draft";
import { officeSignOff, submit } from "@/bulletin/intake/submit";
import { approve, requestReview } from "@/bulletin/press/review";
import { signOff, voidIssue } from "@/bulletin/press/signOff";
import { asBlocks } from "@/bulletin/text/model";
import { db } from "@/lib/db";
import type { Stage } from "./stage";

/** What the weeks themselves do not bring: a supplement, a void number, an item sent again, flags, a file. */
export async function playRest(stage: Stage): Promise<void> {
  await playVoidSupplement(stage);
  await playSentAgain(stage);
  await playFlags(stage);
}

/** A supplement is signed, found to be superfluous, and its number voided; the item goes back to the desk. */
async function playVoidSupplement(stage: Stage): Promise<void> {
  const day = stage.day(0, 3);
  stage.at(day, "11:00");
  const item = await db.item.findFirstOrThrow({
    where: { state: "submitted", kind: "story", section: { title: "专委会工作" } },
    orderBy: { submittedAt: "asc" },
  });
  const publicationId = stage.publication("工作周报").id;
  const period = { periodFrom: stage.day(0, 1), periodTo: stage.day(0, 3) };
  const id = await createIssue(stage.actor("editor2"), { publicationId, series: "supplement", ...period });
  const section = await db.issueSection.findFirstOrThrow({ where: { issueId: id, title: "专委会工作" } });
  await adopt(stage.actor("editor2"), { itemId: item.id, version: item.version, issueId: id, sectionId: section.id });
  const version = async () => (await db.issue.findUniqueOrThrow({ where: { id } })).version;
  await requestReview(stage.actor("editor2"), { id, version: await version() });
  await approve(stage.actor("reviewer"), { id, version: await version() });
  stage.at(day, "15:20");
  await signOff(stage.actor("signer"), { id, version: await version() });
  stage.at(day, "16:05");
  const reason = "内容并入本周正刊，增刊不再印发。";
  await voidIssue(stage.actor("signer"), { id, version: await version(), reason });
}

/** An office answers what it was asked and sends its item once more; the desk sees what was changed. */
async function playSentAgain(stage: Stage): Promise<void> {
  const found = await db.item.findFirst({
    where: { state: "returned", office: { signOff: false } },
    include: { office: true },
  });
  if (!found) return;
  const actor = [...stage.everyone()].find(
    ({ officeId, roles }) => officeId === found.officeId && roles.includes("contributor"),
  );
  if (!actor) throw new Error(`nobody sends for ${found.office.name}`);
  stage.at(stage.day(0, 5), "10:40");
  const blocks = asBlocks(found.blocks);
  const addition = { type: "paragraph" as const, runs: [{ text: "参加活动的委员共二十三人，名单已随稿附上。" }] };
  const draft = { ...draftOf(found), blocks: [...blocks, addition], note: "已按退回意见核对，人数见末段。" };
  const { version } = await saveDraft(actor, { id: found.id, version: found.version, draft });
  const list = Buffer.from("参加活动委员名单（二十三人）\n");
  await attach(actor, found.id, { name: "参加人员名单.txt", bytes: list });
  stage.at(stage.day(0, 5), "10:55");
  const sent = await submit(actor, { id: found.id, version });
  if (sent.state === "awaitingOfficeSignOff")
    await officeSignOff(stage.actor("lead"), { id: found.id, version: sent.version });
}

async function playFlags(stage: Stage): Promise<void> {
  stage.at(stage.day(0, 5), "14:00");
  const [first, second] = await db.item.findMany({
    where: { state: "submitted" },
    orderBy: { submittedAt: "asc" },
    take: 2,
  });
  if (first) await flag(stage.actor("editor"), { id: first.id, flag: "priority", on: true });
  if (second) await flag(stage.actor("editor"), { id: second.id, flag: "needsCheck", on: true });
}
