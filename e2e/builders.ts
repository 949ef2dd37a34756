import { createIssue } from "@/bulletin/desk/issues";
import { adoptInto } from "@/bulletin/testing/issues";
import { type Seen, submitted } from "@/bulletin/testing/items";
import { type Publication, publication } from "@/bulletin/testing/publications";
import { today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { Stage } from "@/seeds/stage";

// What a story begins with is put there through the domain functions, as seeds/ does.
process.env.DATABASE_URL = process.env.E2E_DATABASE;

/** The people of the demonstration. */
export function stage(): Promise<Stage> {
  return Stage.open(weekOf(today()).from);
}

/** A weekly of the story's own, so that stories told at the same time do not meet. */
export function ownWeekly(name: string): Promise<Publication> {
  return publication({ name, order: 100 });
}

/** Items with these headlines at the desk, sent by an office that has no sign-off of its own. */
export async function sent(of: Publication, ...headlines: string[]): Promise<Seen[]> {
  const writer = (await stage()).actor("office2");
  const items: Seen[] = [];
  for (const headline of headlines) items.push(await submitted(writer, of, { headline: [headline] }));
  return items;
}

/** An issue in work with these entries in its first section. */
export async function issueWith(of: Publication, ...headlines: string[]): Promise<{ id: string; entries: string[] }> {
  const editor = (await stage()).actor("editor");
  const id = await createIssue(editor, { publicationId: of.id, series: "regular", periodFrom: null, periodTo: null });
  return { id, entries: await adoptInto(id, editor, await sent(of, ...headlines)) };
}

export { db };
