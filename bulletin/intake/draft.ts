import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { fromColumn, toColumn } from "@/lib/dates";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has, mayWrite, visibleItems } from "../policy";
import { activityDay, id, line, optionalId, prose, version } from "../text/fields";
import { asBlocks, imagesOf } from "../text/model";
import { blocksSchema, headlineSchema } from "../text/schema";
import { staleItem } from "../transition";
import { isWritable, writable } from "../workflow";
import { ownedImages } from "./images";

/** What a contributor writes. Everything may still be empty: only submitting asks for a whole item. */
export const draftSchema = z.object({
  kind: z.enum(["story", "brief"]),
  headline: headlineSchema,
  publicationId: optionalId,
  sectionId: optionalId,
  date: activityDay,
  place: line(60),
  officialIds: z.array(id).max(40),
  blocks: blocksSchema,
  note: prose(500),
});

export type Draft = z.output<typeof draftSchema>;

export const saveSchema = z.object({ id, version, draft: draftSchema });

/** Opens an empty draft in the contributor's office; its id is its address from then on. */
export async function startDraft(actor: Actor, kind: "story" | "brief", id: string = randomUUID()): Promise<string> {
  ask(has(actor, "contributor"));
  await inTransaction((tx) => openDraft(tx, actor, kind, id));
  return id;
}

/**
 * Saves a draft and returns its new version. Refused: somebody saved a later one (with who, when
 * and their text, so that neither is lost), or it has meanwhile left the office. Version 0 is a page
 * that has never been saved: the draft is made under the id that the page chose, so that a save
 * whose answer was lost can be sent again.
 */
export async function saveDraft(actor: Actor, { id, version, draft }: z.output<typeof saveSchema>) {
  ask(has(actor, "contributor"));
  return inTransaction(async (tx) => {
    if (version === 0) await openDraft(tx, actor, draft.kind, id);
    const seen = Math.max(1, version);
    const item = await tx.item.findFirst({ where: { AND: [{ id }, visibleItems(actor)] } });
    if (!item) throw missing();
    ask(mayWrite(actor, item));
    const data = await columns(tx, actor, item.imageIds, draft);
    const savedAt = now();
    const { count } = await tx.item.updateMany({
      where: { id, version: seen, state: { in: [...writable] } },
      data: { ...data, version: { increment: 1 }, updatedAt: savedAt },
    });
    if (!count && !isWritable(item.state)) throw new Refusal("alreadySent");
    // A save whose answer was lost is sent again: what stands there already is what was meant.
    if (!count && isSame(draftOf(item), draft)) return { version: item.version, savedAt: item.updatedAt.toISOString() };
    if (!count) throw await staleItem(tx, id, item.version, draftOf(item));
    await recordSaving(tx, actor, id);
    return { version: seen + 1, savedAt: savedAt.toISOString() };
  });
}

/** A draft as the editor loads it. */
export function draftOf(item: Prisma.ItemGetPayload<object>): Draft {
  const { kind, headline, publicationId, sectionId, place, officialIds, note } = item;
  const blocks = asBlocks(item.blocks);
  return { kind, headline, publicationId, sectionId, date: fromColumn(item.date), place, officialIds, blocks, note };
}

/** A draft that nobody has sent anywhere may be thrown away by its office. */
export async function discardDraft(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const item = await tx.item.findFirst({ where: { AND: [{ id }, visibleItems(actor)] } });
    if (!item) throw missing();
    ask(mayWrite(actor, item));
    // The condition stands in the statement: somebody may be sending it at this moment.
    const { count } = await tx.item.deleteMany({
      where: { id, submissions: 0, state: { in: ["draft", "withdrawn"] } },
    });
    if (!count) throw new Refusal("alreadySent");
    await record(tx, actor, "discardDraft", { subjectId: id });
  });
}

async function openDraft(tx: Transaction, actor: Actor, kind: "story" | "brief", id: string): Promise<void> {
  const data = {
    id,
    officeId: actor.officeId,
    authorId: actor.id,
    kind,
    blocks: [],
    createdAt: now(),
    updatedAt: now(),
  };
  const { count } = await tx.item.createMany({ data, skipDuplicates: true });
  if (count) await record(tx, actor, "startDraft", { itemId: id });
}

async function columns(tx: Transaction, actor: Actor, known: readonly string[], draft: Draft) {
  const { date, officialIds, blocks, ...rest } = draft;
  const imageIds = imagesOf(blocks);
  await ownedImages(
    tx,
    actor,
    imageIds.filter((each) => !known.includes(each)),
  );
  await refuseForeignSection(tx, draft);
  const officials = await tx.official.findMany({
    where: { id: { in: officialIds } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  if (officials.length < new Set(officialIds).size) throw new Refusal("unknownOfficial", { field: "officialIds" });
  return {
    ...rest,
    date: toColumn(date),
    officialIds: officials.map((each) => each.id),
    blocks,
    imageIds,
  };
}

function isSame(stored: Draft, sent: Draft): boolean {
  const inOrder = ({ kind, headline, publicationId, sectionId, date, place, blocks, note, officialIds }: Draft) => [
    ...[kind, headline, publicationId, sectionId, date, place, blocks, note],
    [...officialIds].sort(),
  ];
  return isDeepStrictEqual(inOrder(stored), inOrder(sent));
}

async function refuseForeignSection(tx: Transaction, { publicationId, sectionId }: Draft): Promise<void> {
  if (publicationId && !(await tx.publication.findUnique({ where: { id: publicationId } })))
    throw new Refusal("noPublication", { field: "publicationId" });
  const section = { id: sectionId ?? undefined, publicationId: publicationId ?? undefined, retiredAt: null };
  if (sectionId && !(await tx.section.findFirst({ where: section })))
    throw new Refusal("unknownSection", { field: "sectionId" });
}

/** One line of the record a quarter of an hour, not one a keystroke. */
async function recordSaving(tx: Transaction, actor: Actor, itemId: string): Promise<void> {
  const last = await tx.event.findFirst({ where: { itemId }, orderBy: { id: "desc" } });
  const since = now().getTime() - 15 * 60_000;
  const told = last?.act === "saveDraft" && last.actorId === actor.id && last.at.getTime() > since;
  if (!told) await record(tx, actor, "saveDraft", { itemId });
}

/** The item as its office's editor page needs it. */
export async function draftFor(actor: Actor, id: string) {
  const item = await db.item.findFirst({
    where: { AND: [{ id }, visibleItems(actor)], officeId: actor.officeId },
    include: { attachments: { select: { id: true, name: true, size: true }, orderBy: { createdAt: "asc" } } },
  });
  if (!item) throw missing();
  return item;
}
