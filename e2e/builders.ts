import { turnPointsOn } from "@/bulletin/archive/points/switches";
import { createIssue } from "@/bulletin/desk/issues";
import type { Draft } from "@/bulletin/intake/draft";
import { hashPassword } from "@/bulletin/people/password";
import { distribute } from "@/bulletin/post/distribute";
import { approve, requestReview } from "@/bulletin/press/review";
import { signOff } from "@/bulletin/press/signOff";
import { adoptInto, seenIssue } from "@/bulletin/testing/issues";
import { type Seen, submitted } from "@/bulletin/testing/items";
import { official, person } from "@/bulletin/testing/people";
import { type Publication, publication } from "@/bulletin/testing/publications";
import type { Actor } from "@/lib/actor";
import { addDays, today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { demonstrationPassword } from "@/seeds/people";
import { Stage } from "@/seeds/stage";

// What a story begins with is put there through the domain functions, as seeds/ does.
process.env.DATABASE_URL = process.env.E2E_DATABASE;

/** The people of the demonstration. */
export function stage(): Promise<Stage> {
  return Stage.open(weekOf(today()).from);
}

/** A weekly of the story's own, so that stories told at the same time do not meet; its list sends to these. */
export async function ownWeekly(name: string, ...readers: (string | Actor)[]): Promise<Publication> {
  const people = await stage();
  const behind = readers.map((each) => (typeof each === "string" ? people.actor(each) : each));
  return publication({ name, order: 100, readers: behind });
}

/** A leader of the story's own, who signs in as those of the demonstration do: nobody else sends to their tray. */
export async function ownLeader(account: string, name: string): Promise<Actor> {
  const office = await db.office.findFirstOrThrow({ where: { kind: "secretariat" } });
  const passwordHash = await hashPassword(demonstrationPassword);
  return person(["reader"], { account, name, office, passwordHash, officialId: await official(name, 900) });
}

/** A headline, or what a story needs of an item. */
type Sent = string | Partial<Draft>;

/** Items with these headlines at the desk, sent by an office that has no sign-off of its own. */
export async function sent(of: Publication, ...given: Sent[]): Promise<Seen[]> {
  const writer = (await stage()).actor("office2");
  const items: Seen[] = [];
  for (const each of given)
    items.push(await submitted(writer, of, typeof each === "string" ? { headline: [each] } : each));
  return items;
}

/** An issue in work with these entries in its first section. */
export async function issueWith(of: Publication, ...given: Sent[]): Promise<{ id: string; entries: string[] }> {
  const editor = (await stage()).actor("editor");
  const id = await createIssue(editor, { publicationId: of.id, series: "regular", periodFrom: null, periodTo: null });
  return { id, entries: await adoptInto(id, editor, await sent(of, ...given)) };
}

/** Points are on from tomorrow on for this publication: their pages are there, and no figure is. */
export async function pointsOn({ id: publicationId }: { id: string }): Promise<void> {
  await turnPointsOn((await stage()).actor("editor"), { publicationId, from: addDays(today(), 1) });
}

/** An issue in work, reviewed and signed. */
export async function sign(id: string): Promise<void> {
  const people = await stage();
  await requestReview(people.actor("editor"), await seenIssue(id));
  await approve(people.actor("reviewer"), await seenIssue(id));
  await signOff(people.actor("signer"), await seenIssue(id));
}

/** An issue with these entries that has reached the readers of its list. */
export async function issueOut(of: Publication, ...given: Sent[]): Promise<{ id: string; entries: string[] }> {
  const issue = await issueWith(of, ...given);
  await sign(issue.id);
  await distribute((await stage()).actor("editor"), await seenIssue(issue.id));
  return issue;
}

export { db };
