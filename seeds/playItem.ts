import { decline, returnItem } from "@/bulletin/desk/select";
import { saveDraft, startDraft } from "@/bulletin/intake/draft";
import { officeSignOff, submit, withdraw } from "@/bulletin/intake/submit";
import type { Day } from "@/lib/dates";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import type { SeedFlash, SeedText } from "./city/types";
import { sectionTitles } from "./publications";
import type { Stage } from "./stage";
import { illustrated } from "./text";

/** An office writes an item on the day of the activity and sends it the same evening or the next morning. */
export async function playItem(stage: Stage, text: SeedText | SeedFlash): Promise<{ id: string; day: Day }> {
  const actor = stage.contributor(text.office);
  const day = stage.activityDay(text.week, text.weekday);
  stage.at(day, "15:10");
  const weekly = "section" in text;
  const publication = stage.publication(weekly ? "工作周报" : "信息快报");
  const section = weekly ? sectionTitles[text.section] : "快报";
  const kind = weekly ? text.kind : "story";
  const id = await startDraft(actor, kind);
  const draft = {
    kind,
    headline: text.headline,
    publicationId: publication.id,
    sectionId: publication.sections.get(section) ?? null,
    date: day,
    place: text.place ?? "",
    officialIds: text.officials.map((name) => stage.official(name)),
    blocks: await illustrated(actor, text, day),
    note: "",
  };
  stage.at(day, "16:25");
  await saveDraft(actor, { id, version: 1, draft });
  if (text.fate?.state === "draft") return { id, day };
  stage.at(day, "16:40");
  await submit(actor, { id, version: 2 });
  await playSignOff(stage, id, text);
  await playFate(stage, id, text);
  return { id, day };
}

async function playSignOff(stage: Stage, id: string, text: SeedText | SeedFlash): Promise<void> {
  const item = await db.item.findUniqueOrThrow({ where: { id } });
  if (item.state !== "awaitingOfficeSignOff" || text.fate?.state === "awaitingOfficeSignOff") return;
  stage.at(stage.activityDay(text.week, text.weekday), "17:20");
  await officeSignOff(stage.actor("lead"), { id, version: item.version });
}

async function playFate(
  stage: Stage,
  id: string,
  { fate, week, weekday, office }: SeedText | SeedFlash,
): Promise<void> {
  const { version } = await db.item.findUniqueOrThrow({ where: { id } });
  const editor = stage.actor(weekday % 2 ? "editor" : "editor2");
  stage.at(addDays(stage.activityDay(week, weekday), 1), "09:30");
  if (fate?.state === "declined") await decline(editor, { id, version, reason: fate.reason, words: fate.words });
  else if (fate?.state === "returned") await returnItem(editor, { id, version, words: fate.words });
  else if (fate?.state === "withdrawn") await withdraw(stage.contributor(office), id);
}
