import { adopt } from "@/bulletin/desk/adopt";
import { editEntry } from "@/bulletin/desk/entries";
import { createIssue } from "@/bulletin/desk/issues";
import { distribute } from "@/bulletin/post/distribute";
import { approve, requestReview, sendBack } from "@/bulletin/press/review";
import { signOff } from "@/bulletin/press/signOff";
import { asBlocks } from "@/bulletin/text/model";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import type { SeedText } from "./city/types";
import { playItem } from "./playItem";
import { sectionTitles } from "./publications";
import type { Stage } from "./stage";
import { blocksOf } from "./text";

/** One past week: items come in, the issue is assembled on the Monday after, reviewed, signed, sent out. */
export async function playWeek(stage: Stage, week: number, texts: SeedText[]): Promise<void> {
  const sent = [];
  for (const text of texts) sent.push({ text, ...(await playItem(stage, text)) });
  const monday = stage.day(week - 1, 1);
  stage.at(monday, "09:05");
  const editor = stage.actor("editor");
  const publicationId = stage.publication("工作周报").id;
  const period = { periodFrom: stage.day(week, 1), periodTo: stage.day(week, 7) };
  const issueId = await createIssue(editor, { publicationId, series: "regular", ...period });
  for (const { text, id } of sent.filter(({ text }) => !text.fate)) await playAdoption(stage, issueId, id, text);
  stage.at(monday, "10:50");
  await release(stage, issueId, { sentBackOnce: week === 4 });
}

/** The present week: an issue has been begun, and some items wait at the desk. */
export async function playWeekNow(stage: Stage, texts: SeedText[]): Promise<void> {
  const sent = [];
  for (const text of texts) sent.push({ text, ...(await playItem(stage, text)) });
  stage.at(stage.day(0, 5), "10:20");
  const publicationId = stage.publication("工作周报").id;
  const issueId = await createIssue(stage.actor("editor"), {
    publicationId,
    series: "regular",
    periodFrom: null,
    periodTo: null,
  });
  const waiting = sent.filter(({ text }) => !text.fate || text.fate.state === "submitted");
  for (const { text, id } of waiting.slice(0, 4)) await playAdoption(stage, issueId, id, text);
}

/** From the editors' desk to the readers. */
export async function release(stage: Stage, id: string, { sentBackOnce = false } = {}): Promise<void> {
  const seen = async () => ({ id, version: (await db.issue.findUniqueOrThrow({ where: { id } })).version });
  await requestReview(stage.actor("editor"), await seen());
  if (sentBackOnce) {
    await sendBack(stage.actor("reviewer"), { ...(await seen()), words: "区县工作一栏请按区县顺序再核一遍。" });
    await requestReview(stage.actor("editor"), await seen());
  }
  await approve(stage.actor("reviewer"), await seen());
  await signOff(stage.actor("signer"), await seen());
  await distribute(stage.actor("editor"), await seen());
}

async function playAdoption(stage: Stage, issueId: string, itemId: string, text: SeedText): Promise<void> {
  const editor = stage.actor("editor");
  const title = sectionTitles[text.section];
  const section = await db.issueSection.findFirstOrThrow({ where: { issueId, title } });
  const { version } = await db.item.findUniqueOrThrow({ where: { id: itemId } });
  const id = await adopt(editor, { itemId, version, issueId, sectionId: section.id });
  if (text.edited) await playEdit(stage, id, text);
}

async function playEdit(stage: Stage, id: string, { edited, week, weekday }: SeedText): Promise<void> {
  if (!edited) return;
  const entry = await db.entry.findUniqueOrThrow({ where: { id } });
  const figures = asBlocks(entry.blocks).flatMap((block, at) => (block.type === "figure" ? [{ block, at }] : []));
  const blocks = blocksOf(edited.paragraphs, stage.activityDay(week, weekday));
  for (const { block, at } of figures) blocks.splice(at, 0, block);
  await editEntry(stage.actor("editor"), {
    id,
    version: entry.version,
    headline: edited.headline ?? entry.headline,
    date: fromColumn(entry.date),
    place: entry.place,
    blocks,
    reason: edited.reason,
  });
}
