import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { id, line } from "../text/fields";
import { editIssue } from "./editing";

export const moveSchema = z.object({ issueId: id, entryId: id, sectionId: id, before: id.nullable() });

/** Moves an entry into a section, before another entry or to the end. */
export async function moveEntry(
  actor: Actor,
  { issueId, entryId, sectionId, before }: z.output<typeof moveSchema>,
): Promise<void> {
  if (before === entryId) return;
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async () => {
      const entry = await tx.entry.findFirst({ where: { id: entryId, issueId } });
      const section = await tx.issueSection.findFirst({ where: { id: sectionId, issueId } });
      if (!section) throw new Refusal("sectionGone");
      if (!entry) throw new Refusal("alreadyPutBack");
      const others = await tx.entry.findMany({
        where: { sectionId, id: { not: entryId } },
        orderBy: [{ order: "asc" }, { id: "asc" }],
      });
      const at = others.findIndex((each) => each.id === before);
      const order = others.toSpliced(at < 0 ? others.length : at, 0, entry).map((each) => each.id);
      await tx.entry.update({ where: { id: entryId }, data: { sectionId } });
      await setOrder(tx, order);
      await record(tx, actor, "moveEntry", { issueId, entryId, detail: { section: section.title } });
    }),
  );
}

export const sortSchema = z.object({ issueId: id, sectionId: id, by: z.enum(["date", "rank", "office"]) });

/**
 * Sorts a section: by the date of the activity, by the highest rank attending, or in the offices'
 * fixed order; entries that are alike in that keep their order by date.
 */
export async function sortSection(
  actor: Actor,
  { issueId, sectionId, by }: z.output<typeof sortSchema>,
): Promise<void> {
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async () => {
      const entries = await tx.entry.findMany({
        where: { sectionId, issueId },
        orderBy: [{ order: "asc" }, { id: "asc" }],
        include: { item: { select: { office: { select: { order: true } } } } },
      });
      if (!entries.length) throw new Refusal("sectionGone");
      const rank = await ranks(
        tx,
        entries.flatMap((entry) => entry.officialIds),
      );
      const date = (entry: (typeof entries)[number]) => entry.date?.getTime() ?? Number.MAX_SAFE_INTEGER;
      const key = {
        date,
        rank: (entry: (typeof entries)[number]) =>
          Math.min(...entry.officialIds.map((each) => rank.get(each) ?? 9_999), 9_999),
        office: (entry: (typeof entries)[number]) => entry.item?.office.order ?? 9_999,
      }[by];
      const sorted = entries.toSorted((a, b) => key(a) - key(b) || date(a) - date(b));
      await setOrder(
        tx,
        sorted.map((entry) => entry.id),
      );
      await record(tx, actor, "sortSection", { issueId, detail: { by } });
    }),
  );
}

export const sectionSchema = z.object({
  issueId: id,
  title: line(20, { required: true }),
  style: z.enum(["story", "brief"]),
});

/** Adds a section to this issue, after the others. */
export async function addSection(
  actor: Actor,
  { issueId, title, style }: z.output<typeof sectionSchema>,
): Promise<void> {
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async () => {
      const sections = await tx.issueSection.findMany({ where: { issueId } });
      if (sections.some((section) => section.title === title)) throw new Refusal("sectionTaken", { field: "title" });
      const order = Math.max(0, ...sections.map((section) => section.order)) + 1;
      await tx.issueSection.create({ data: { issueId, title, style, order } });
      await record(tx, actor, "addSection", { issueId, detail: { title } });
    }),
  );
}

export const moveSectionSchema = z.object({ issueId: id, sectionId: id, before: id.nullable() });

/** Moves a section with its entries before another one, or to the end. */
export async function moveSection(actor: Actor, input: z.output<typeof moveSectionSchema>): Promise<void> {
  const { issueId, sectionId, before } = input;
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async () => {
      const sections = await tx.issueSection.findMany({
        where: { issueId },
        orderBy: [{ order: "asc" }, { id: "asc" }],
      });
      const section = sections.find((each) => each.id === sectionId);
      if (!section) throw new Refusal("sectionGone");
      const others = sections.filter((each) => each.id !== sectionId);
      const at = others.findIndex((each) => each.id === before);
      const order = others.toSpliced(at < 0 ? others.length : at, 0, section);
      for (const [index, each] of order.entries())
        await tx.issueSection.update({ where: { id: each.id }, data: { order: index + 1 } });
      await record(tx, actor, "moveSection", { issueId, detail: { title: section.title } });
    }),
  );
}

/** Removes a section that holds nothing. */
export async function removeSection(
  actor: Actor,
  { issueId, sectionId }: { issueId: string; sectionId: string },
): Promise<void> {
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async () => {
      if (await tx.entry.count({ where: { sectionId } })) throw new Refusal("sectionNotEmpty");
      const { count } = await tx.issueSection.deleteMany({ where: { id: sectionId, issueId } });
      if (!count) throw new Refusal("sectionGone");
      await record(tx, actor, "removeSection", { issueId });
    }),
  );
}

async function setOrder(tx: Transaction, ids: string[]): Promise<void> {
  for (const [index, each] of ids.entries()) await tx.entry.update({ where: { id: each }, data: { order: index + 1 } });
}

async function ranks(tx: Transaction, ids: string[]): Promise<Map<string, number>> {
  const officials = await tx.official.findMany({ where: { id: { in: ids } }, select: { id: true, rank: true } });
  return new Map(officials.map(({ id: official, rank }) => [official, rank]));
}
