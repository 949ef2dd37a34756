import { z } from "zod";
import type { Entry, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { fromColumn, toColumn, today } from "@/lib/dates";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ownedImages } from "../intake/images";
import { officialsNamed } from "../people/roster";
import { ask, has, issueActs, workedIssues } from "../policy";
import { differenceOf } from "../text/difference";
import { activityDay, id, line, prose, version } from "../text/fields";
import { asBlocks, imagesOf, type Text, together } from "../text/model";
import { titleOf } from "../text/plain";
import { blocksSchema, headlineSchema } from "../text/schema";
import { staleRefusal } from "../transition";
import { editIssue } from "./editing";
import { asPlacing, placingSchema } from "./placing";

export const entrySchema = z.object({
  id,
  version,
  headline: headlineSchema,
  date: activityDay,
  place: line(60),
  /** Absent: left as they are. */
  officialIds: z.array(id).max(40).optional(),
  blocks: blocksSchema,
  reason: prose(200),
  /** Of a newspaper's entry. Absent: left as it is. */
  placing: placingSchema.optional(),
});

/**
 * Saves what an editor made of an entry, with the reason that its office will read. Refused: another
 * editor saved it first; their text comes back, so that both can be set beside each other.
 */
export async function editEntry(actor: Actor, input: z.output<typeof entrySchema>): Promise<{ version: number }> {
  const { headline, blocks, reason } = input;
  const text = { headline, blocks } satisfies Text;
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    const found = await tx.entry.findUnique({ where: { id: input.id }, select: { issueId: true } });
    if (!found) throw new Refusal("alreadyPutBack");
    return editIssue(tx, actor, found.issueId, async () => {
      const entry = await tx.entry.findUnique({ where: { id: input.id } });
      if (!entry) throw new Refusal("alreadyPutBack");
      if (entry.version !== input.version) {
        const last = await tx.entryRevision.findFirst({ where: { entryId: input.id }, orderBy: { version: "desc" } });
        const { headline: lines, place, officialIds } = entry;
        const theirs = {
          headline: lines,
          blocks: asBlocks(entry.blocks),
          date: fromColumn(entry.date),
          place,
          officialIds,
          placing: asPlacing(entry.placing),
        };
        throw staleRefusal(last && { actorName: last.byName, at: last.at }, entry.version, theirs);
      }
      const imageIds = imagesOf(blocks);
      const known = [...entry.imageIds, ...(await imagesSent(tx, entry))];
      await ownedImages(
        tx,
        actor,
        imageIds.filter((each) => !known.includes(each)),
      );
      const next = entry.version + 1;
      const data = {
        ...text,
        imageIds,
        date: toColumn(input.date),
        version: next,
        placing: input.placing,
        ...(await details(tx, input)),
      };
      await tx.entry.update({ where: { id: input.id }, data });
      await tx.entryRevision.create({
        data: { entryId: input.id, version: next, at: now(), byId: actor.id, byName: actor.name, ...text, reason },
      });
      const { changes } = differenceOf({ headline: entry.headline, blocks: asBlocks(entry.blocks) }, text);
      const about = { issueId: entry.issueId, entryId: entry.id, itemId: entry.itemId ?? undefined };
      await record(tx, actor, "editEntry", { ...about, detail: { changes, reason } });
      return { version: next };
    });
  });
}

/** The photographs of the originals: one that was taken out of the entry can be put in again. */
async function imagesSent(tx: Transaction, { id: entryId, ...own }: Entry): Promise<string[]> {
  const sources = [own, ...(await tx.entrySource.findMany({ where: { entryId } }))];
  const sent = await tx.submission.findMany({
    where: {
      OR: sources.flatMap(({ itemId, submission: number }) => (itemId && number ? { itemId, number } : [])),
    },
    select: { imageIds: true },
  });
  return sent.flatMap(({ imageIds }) => imageIds);
}

async function details(tx: Transaction, { place, officialIds: ids }: z.output<typeof entrySchema>) {
  if (!ids) return { place };
  const officials = await tx.official.findMany({
    where: { id: { in: ids } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  if (officials.length < new Set(ids).size) throw new Refusal("unknownOfficial", { field: "officialIds" });
  return { place, officialIds: officials.map((each) => each.id) };
}

/** An entry with the original beside it; of a merged one all of them, in the order in which they came in. */
export async function entryFor(actor: Actor, issueId: string, entryId: string) {
  const entry = await db.entry.findFirst({
    where: { id: entryId, issueId, issue: workedIssues(actor) },
    include: {
      issue: { include: { publication: { select: { name: true, layout: true } } } },
      section: { select: { title: true } },
      item: { include: around },
      sources: { orderBy: { order: "asc" }, include: { item: { include: around } } },
      revisions: {
        orderBy: { version: "desc" },
        select: { version: true, at: true, byName: true, reason: true, act: true, office: true },
      },
    },
  });
  if (!entry) throw missing();
  const date = fromColumn(entry.date);
  const originals = [entry, ...entry.sources].flatMap(({ item, submission }) => {
    const sent = item?.submitted.find(({ number }) => number === submission);
    return item ? { ...item, sent: sent ? (sent.content as Text) : null } : [];
  });
  const original = together(originals.flatMap(({ sent }) => sent ?? []));
  const text = { headline: entry.headline, blocks: asBlocks(entry.blocks) } satisfies Text;
  return {
    ...entry,
    ...text,
    date,
    placing: asPlacing(entry.placing),
    original,
    originals,
    difference: original ? differenceOf(original, text) : null,
    officials: await officialsNamed(entry.officialIds, date ?? today()),
    mayEdit: issueActs(actor, entry.issue).includes("edit"),
    neighbours: await inOrder(issueId),
  };
}

const around = {
  office: { select: { name: true, shortName: true, phone: true } },
  author: { select: { name: true, phone: true } },
  submitted: true,
} satisfies Prisma.ItemInclude;

/** All entries of an issue in the order of the page, by id and title. */
async function inOrder(issueId: string): Promise<{ id: string; title: string }[]> {
  const entries = await db.entry.findMany({
    where: { issueId },
    orderBy: [{ section: { order: "asc" } }, { sectionId: "asc" }, { order: "asc" }, { id: "asc" }],
    select: { id: true, headline: true, blocks: true },
  });
  return entries.map(({ id: entry, headline, blocks }) => ({
    id: entry,
    title: titleOf({ headline, blocks: asBlocks(blocks) }, 30),
  }));
}
