import type { Actor } from "@/lib/actor";
import { dayOf, formatDay } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { fileCopyOf, tracedCopyOf } from "@/typesetting/overlay";
import { words } from "@/typesetting/words";
import { record } from "../events";
import { workedIssues } from "../policy";
import { numberFor } from "../post/copies";
import { instructionsOn } from "../post/instructions";
import { isDrawn, svgOf } from "../post/strokes";
import { titleOf } from "../text/plain";
import { asContent } from "./content";
import { entriesIn } from "./editions";
import { machinePress } from "./machine";
import { pressIssueOf } from "./pressIssue";

/**
 * The file copy (存档件): the signed pages as they are, with what leaders wrote over them, where they
 * wrote it: in the head margin of the page on which the entry begins, strokes as vectors. For the
 * secretariat; anybody else finds nothing. That it left is entered in the record.
 */
export async function fileCopyFor(actor: Actor, id: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, workedIssues(actor)] },
    select: { content: true, file: { select: { bytes: true, places: true } } },
  });
  if (!issue?.content || !issue.file) throw missing();
  const content = asContent(issue.content);
  const places = issue.file.places as Record<string, number>;
  const titles = new Map(entriesIn(content).map((entry) => [entry.id, titleOf(entry, 30)]));
  const aboutOf = ({ quote, place }: { quote: string; place: string | null }) =>
    quote || (place && titles.get(place)) || words.instructions.wholeIssue;
  const written = (await instructionsOn(actor, id)).map((each) => ({
    page: (each.place && places[each.place]) || 1,
    svg: isDrawn(each.drawing) ? svgOf(each.drawing) : null,
    words: each.text,
    by: `${each.leaderName}　${words.instructions.onWhat(shortOf(aboutOf(each)))}`,
    date: formatDay(dayOf(each.givenAt), "zh-CN", { weekday: false }),
    about: aboutOf(each),
  }));
  const { masthead } = pressIssueOf(content, { tentative: false, images: {} });
  const title = `${masthead.title}${words.year(content.year)}${masthead.number}`;
  const copy = await fileCopyOf(machinePress(), issue.file.bytes, written, title);
  const number = await numberFor(actor, id);
  const bytes = number ? await tracedCopyOf(copy, number) : copy;
  await inTransaction((tx) => record(tx, actor, "download", { issueId: id, detail: { format: "fileCopy" } }));
  return { bytes, name: `${title}${words.instructions.fileCopy}.pdf`, type: "application/pdf" };
}

/** In the margin there is room for the beginning; the page and the sheet behind have the rest. */
function shortOf(about: string): string {
  const characters = [...about];
  return characters.length > 12 ? `${characters.slice(0, 12).join("")}…` : about;
}
