import { adopt } from "@/bulletin/desk/adopt";
import { setLists } from "@/bulletin/desk/frame";
import { createIssue } from "@/bulletin/desk/issues";
import { asLists } from "@/bulletin/post/lists";
import { approve, requestReview } from "@/bulletin/press/review";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import type { SeedFlash } from "./city/types";
import { playItem } from "./playItem";
import { release } from "./playWeek";
import { flashLists } from "./publications";
import type { Stage } from "./stage";

/** From this week on the flash goes to fewer people; the lists of an issue start from the last one's. */
const shortenedIn = 4;

/** A flash issue: one item, assembled, reviewed and signed on the day after it came in. */
export async function playFlash(stage: Stage, flash: SeedFlash): Promise<void> {
  const { id: itemId, day } = await playItem(stage, flash);
  if (flash.fate) return;
  stage.at(addDays(day, 1), "10:10");
  const issueId = await compile(stage, itemId);
  if (flash.week === shortenedIn) await shorten(stage, issueId);
  await release(stage, issueId);
}

/** The present: one flash in review, one approved and waiting for the signer, one still at the desk. */
export async function playFlashNow(stage: Stage, flashes: SeedFlash[]): Promise<void> {
  for (const [index, flash] of flashes.entries()) {
    const { id: itemId, day } = await playItem(stage, flash);
    if (index > 1) continue;
    stage.at(addDays(day, 1), `10:1${index}`);
    const id = await compile(stage, itemId);
    await requestReview(stage.actor("editor2"), { id, version: await versionOf(id) });
    if (index === 1) await approve(stage.actor("reviewer"), { id, version: await versionOf(id) });
  }
}

async function compile(stage: Stage, itemId: string): Promise<string> {
  const editor = stage.actor("editor2");
  const publicationId = stage.publication("信息快报").id;
  const issueId = await createIssue(editor, { publicationId, series: "regular", periodFrom: null, periodTo: null });
  const section = await db.issueSection.findFirstOrThrow({ where: { issueId } });
  const { version } = await db.item.findUniqueOrThrow({ where: { id: itemId } });
  await adopt(editor, { itemId, version, issueId, sectionId: section.id });
  return issueId;
}

async function shorten(stage: Stage, id: string): Promise<void> {
  const lists = await flashLists({ deputies: false });
  const { lists: before } = await db.issue.findUniqueOrThrow({ where: { id } });
  await setLists(stage.actor("editor2"), { id, before: asLists(before), lists, keep: "list", name: "" });
}

async function versionOf(id: string): Promise<number> {
  return (await db.issue.findUniqueOrThrow({ where: { id } })).version;
}
