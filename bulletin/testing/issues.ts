import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { adopt } from "../desk/adopt";
import { type Around, aroundOf, setImprint, setLists } from "../desk/frame";
import { createIssue } from "../desk/issues";
import { distribute } from "../post/distribute";
import { asLists, type Lists } from "../post/lists";
import { approve, requestReview } from "../press/review";
import { signOff } from "../press/signOff";
import { type Seen, submitted } from "./items";
import type { House } from "./people";
import type { Publication } from "./publications";

export async function issueBy(
  editor: Actor,
  { id: publicationId }: Publication,
  series: "regular" | "supplement" = "regular",
): Promise<string> {
  return createIssue(editor, { publicationId, series, periodFrom: null, periodTo: null });
}

/** Adopts items into one section of an issue, one after the other; returns the entries' ids. */
export async function adoptInto(issueId: string, editor: Actor, items: Seen[], section = 0): Promise<string[]> {
  const sections = await sectionsOf(issueId);
  const entries: string[] = [];
  for (const { id: itemId, version } of items)
    entries.push(await adopt(editor, { itemId, version, issueId, sectionId: sections[section]?.id ?? "" }));
  return entries;
}

export async function sectionsOf(issueId: string) {
  return db.issueSection.findMany({ where: { issueId }, orderBy: { order: "asc" } });
}

type Options = { publication?: Publication; items?: Seen[]; series?: "regular" | "supplement" };

/** An issue of one story (or of the items given), as the editors have it. */
export async function compiled(people: House, { publication, items, series }: Options = {}): Promise<string> {
  const of = publication ?? people.publication;
  const issueId = await issueBy(people.editor, of, series);
  await adoptInto(issueId, people.editor, items ?? [await submitted(people.writer, of)]);
  return issueId;
}

export async function approved(people: House, options: Options = {}): Promise<string> {
  const id = await compiled(people, options);
  await requestReview(people.editor, await seenIssue(id));
  await approve(people.reviewer, await seenIssue(id));
  return id;
}

export async function signed(people: House, options: Options = {}): Promise<string> {
  const id = await approved(people, options);
  await signOff(people.signer, await seenIssue(id));
  return id;
}

export async function distributed(people: House, options: Options = {}): Promise<string> {
  const id = await signed(people, options);
  await distribute(people.editor, await seenIssue(id));
  return id;
}

/** Changes lists or imprint as an editor whose page is fresh. */
export async function changeLists(
  editor: Actor,
  id: string,
  lists: Lists,
  keep: "issue" | "list" = "issue",
): Promise<void> {
  const before = asLists((await issueOf(id)).lists);
  await setLists(editor, { id, before, lists, keep, name: "" });
}

export async function changeImprint(editor: Actor, id: string, change: Partial<Around>): Promise<void> {
  const before = aroundOf(await issueOf(id));
  await setImprint(editor, { id, before, ...before, ...change });
}

export async function seenIssue(id: string): Promise<Seen> {
  return db.issue.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

export async function issueOf(id: string) {
  return db.issue.findUniqueOrThrow({ where: { id } });
}
