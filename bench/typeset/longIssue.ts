import { editEntry } from "@/bulletin/desk/entries";
import { db, issueWith, ownWeekly, stage } from "@/e2e/builders";
import { weeklyOf } from "@/typesetting/testing/issues";

/** An issue of 12 pages in the database of the trial, and the entry that is edited: one in the middle. */
export async function longIssue(): Promise<{ id: string; entry: string }> {
  const texts = weeklyOf(14, [], 7).sections.flatMap(({ entries }) => entries);
  const headlines = texts.map(({ headline }, at) => headline[0] ?? `第${at + 1}条`);
  const { id, entries } = await issueWith(await ownWeekly("测量周刊"), ...headlines);
  const editor = (await stage()).actor("editor");
  for (const [at, entry] of entries.entries()) {
    const { version } = await db.entry.findUniqueOrThrow({ where: { id: entry } });
    const { headline = [], blocks = [] } = texts[at] ?? {};
    await editEntry(editor, { id: entry, version, headline, blocks, date: null, place: "", reason: "" });
  }
  return { id, entry: entries[6] ?? "" };
}
