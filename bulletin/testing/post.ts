import { randomUUID } from "node:crypto";
import type { Office } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { editEntry } from "../desk/entries";
import { distribute } from "../post/distribute";
import type { Addressee, Lists } from "../post/lists";
import { correct } from "../press/correct";
import { approve, requestReview } from "../press/review";
import { signOff } from "../press/signOff";
import { changeLists, compiled, distributed, seenIssue } from "./issues";
import { paragraphs, submitted } from "./items";
import { type House, office } from "./people";
import type { Publication } from "./publications";

/** A label of a list with those behind it; with nobody, a paper copy. */
export function to(
  label: string,
  accountIds: string[] = [],
  officeIds: string[] = [],
  others: Partial<Addressee> = {},
): Addressee {
  return { label, accountIds, officeIds, ...others };
}

/** Through review and signature, by the people of the house. */
export async function signedBy(people: House, id: string): Promise<string> {
  await requestReview(people.editor, await seenIssue(id));
  await approve(people.reviewer, await seenIssue(id));
  await signOff(people.signer, await seenIssue(id));
  return id;
}

type Options = { publication?: Publication };

/** A signed issue with these lists, of an item of its own. */
export async function signedWith(people: House, lists: Lists, options: Options = {}): Promise<string> {
  const id = await compiled(people, options);
  await changeLists(people.editor, id, lists);
  return signedBy(people, id);
}

/** Out to these lines. */
export async function distributedWith(people: House, lists: Lists, options: Options = {}): Promise<string> {
  const id = await signedWith(people, lists, options);
  await distribute(people.editor, await seenIssue(id));
  return id;
}

export async function deliveredTo(issueId: string): Promise<string[]> {
  return (await db.delivery.findMany({ where: { issueId } })).map(({ accountId }) => accountId);
}

/** A new edition as its editor has it, with one word changed in its first entry. */
export async function correcting(people: House, id: string, reason = "时间有误"): Promise<string> {
  const edition = await correct(people.editor, { id, reason });
  await rewriteEntry(people.editor, edition, "会议在下午举行。");
  return edition;
}

export async function rewriteEntry(editor: Actor, issueId: string, ...texts: string[]): Promise<void> {
  const entry = await db.entry.findFirstOrThrow({ where: { issueId }, orderBy: { order: "asc" } });
  const { id, version, headline, place } = entry;
  await editEntry(editor, { id, version, headline, date: null, place, blocks: paragraphs(...texts), reason: "" });
}

/** A new edition that has gone out. */
export async function corrected(people: House, id: string, reason?: string): Promise<string> {
  const edition = await signedBy(people, await correcting(people, id, reason));
  await distribute(people.editor, await seenIssue(edition));
  return edition;
}

/** An item with a photograph that its office took in. */
export async function withPhotograph(writer: Actor, publication: Publication, image: string) {
  const blocks = [...paragraphs("如图。"), { type: "figure" as const, image, caption: "现场", credit: "" }];
  return submitted(writer, publication, { blocks });
}

/** An office full of readers, in two statements. */
export async function officeOfReaders(count: number): Promise<{ office: Office; ids: string[] }> {
  const at = await office();
  const ids = Array.from({ length: count }, () => randomUUID());
  const common = { passwordHash: "none", officeId: at.id, createdAt: now() };
  await db.account.createMany({
    data: ids.map((id) => ({ ...common, id, account: id, name: `读者${id.slice(0, 4)}` })),
  });
  await db.roleGrant.createMany({
    data: ids.map((accountId) => ({ accountId, role: "reader" as const, grantedAt: now() })),
  });
  return { office: at, ids };
}

/** The person with the trays of these in their care, as a session makes the actor within the time of each. */
export function deputising(deputy: Actor, ...principals: Actor[]): Actor {
  return { ...deputy, principals: principals.map(({ id, name }) => ({ id, name, mayInstruct: false })) };
}

/** What a person was told, the first first. */
export async function toldTo({ id: accountId }: { id: string }) {
  return db.notice.findMany({ where: { accountId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
}

/** Issues that went out on three days running, the latest last. */
export async function threeDays(people: House): Promise<string[]> {
  const ids: string[] = [];
  for (const day of ["18", "19", "20"]) {
    travel(at(`2026-11-${day}`, "10:00"));
    ids.push(await distributed(people));
  }
  return ids;
}

/** A moment in the office's zone. */
export function at(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}
