import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { addDays, isDay, momentOf } from "@/lib/dates";
import { db, inTransaction, literally } from "@/lib/db";
import { record } from "../events";
import { ask, has } from "../policy";
import { checkbox, line } from "../text/fields";
import { subjectsOf } from "./recordSubjects";

const pageSize = 50;
const batch = 2_000;

const day = z
  .string()
  .refine((text) => text === "" || isDay(text))
  .catch("");

export const recordFilter = z.object({
  who: line(40).catch(""),
  act: z
    .string()
    .regex(/^[a-zA-Z]{0,40}$/)
    .catch(""),
  from: day,
  to: day,
  /** The id of an item, an issue, an account: whatever an act was about. */
  subject: z.union([z.uuid(), z.literal("")]).catch(""),
  refused: checkbox,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

export type RecordFilter = z.output<typeof recordFilter>;

/** The record of acts, newest first, a page at a time, and what its lines were about. Only the auditor. Texts are not in it. */
export async function readRecord(actor: Actor, { before, ...filter }: RecordFilter) {
  ask(has(actor, "auditor"));
  const events = await db.event.findMany({
    where: { AND: [await whereOf(filter), before ? { id: { lt: BigInt(before) } } : {}] },
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const page = events.slice(0, pageSize);
  const subjects = await subjectsOf(page);
  return { events: page, subjects, next: events.length > pageSize ? String(page.at(-1)?.id) : null };
}

/**
 * All lines of a filter, newest first, in batches, whatever their number; that they were taken out stands in
 * the record before the first is handed over.
 */
export async function* exportRecord(actor: Actor, { before: _, ...filter }: RecordFilter) {
  ask(has(actor, "auditor"));
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "" && value !== false));
  const last = await db.event.aggregate({ _max: { id: true } });
  await inTransaction((tx) => record(tx, actor, "exportRecord", { detail: asked }));
  const where = await whereOf(filter);
  for (let below = (last._max.id ?? 0n) + 1n; ; ) {
    const events = await db.event.findMany({
      where: { AND: [where, { id: { lt: below } }] },
      orderBy: { id: "desc" },
      take: batch,
    });
    yield { events, subjects: await subjectsOf(events) };
    const end = events.at(-1);
    if (!end || events.length < batch) return;
    below = end.id;
  }
}

async function whereOf(filter: Omit<RecordFilter, "before">): Promise<Prisma.EventWhereInput> {
  const { who, act, from, to, subject, refused } = filter;
  const all: Prisma.EventWhereInput[] = [];
  if (who) all.push(await byPerson(who));
  if (act) all.push({ act });
  if (refused) all.push({ refused: true });
  if (from) all.push({ at: { gte: momentOf(from, "00:00") } });
  if (to) all.push({ at: { lt: momentOf(addDays(to, 1), "00:00") } });
  if (subject) {
    const about = ["itemId", "issueId", "entryId", "subjectId"] as const;
    all.push({ OR: about.map((column) => ({ [column]: subject })) });
  }
  return { AND: all };
}

/** People are found by their name or account as it is now, and lines by the name that they were written with. */
async function byPerson(who: string): Promise<Prisma.EventWhereInput> {
  const contains = literally(who);
  const people = await db.account.findMany({
    where: { OR: [{ name: { contains } }, { account: { contains } }] },
    select: { id: true },
    take: 500,
  });
  return { OR: [{ actorId: { in: people.map(({ id }) => id) } }, { actorName: { contains } }] };
}
