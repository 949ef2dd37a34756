import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { addDays, fromColumn, toColumn, today, weekOf } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../again";
import { record } from "../events";
import { ask, has, workedIssues } from "../policy";
import { listForNext } from "../post/namedLists";
import { madeHere, tentativeNumber } from "../press/numbering";
import { id, optionalDay } from "../text/fields";
import { deliveriesOf, entriesOf } from "./counts";
import { asImprint } from "./imprint";

export const createSchema = z.object({
  newId,
  publicationId: id,
  series: z.enum(["regular", "supplement"]).default("regular"),
  periodFrom: optionalDay,
  periodTo: optionalDay,
});

/**
 * Begins an issue. Sections come from the publication; lists from the named list that the last issue
 * used, as it stands now; the imprint from the last issue, or from the publication for the first one;
 * the period from the last one's, or the present week. The same form twice begins one.
 */
export async function createIssue(
  actor: Actor,
  { newId: own, ...input }: z.output<typeof createSchema>,
): Promise<string> {
  ask(has(actor, "editor"));
  return inTransaction(async (tx) => {
    const asked = {
      ...{ publicationId: input.publicationId, series: input.series },
      ...(input.periodFrom && { periodFrom: toColumn(input.periodFrom) }),
      ...(input.periodTo && { periodTo: toColumn(input.periodTo) }),
    };
    if (own && (await cameBefore(tx, own, (id) => tx.issue.findUnique({ where: { id } }), asked))) return own;
    const publication = await tx.publication.findUnique({
      where: { id: input.publicationId },
      include: { sections: { where: { retiredAt: null }, orderBy: { order: "asc" } } },
    });
    if (!publication) throw missing();
    const last = await tx.issue.findFirst({
      where: { publicationId: publication.id, state: { not: "void" }, correctsId: null, ...madeHere },
      orderBy: { createdAt: "desc" },
    });
    const regular = last?.series === "regular" ? fromColumn(last.periodTo) : null;
    const period = periodOf(input, publication.periodDays, regular);
    const issue = await tx.issue.create({
      data: {
        id: own ?? undefined,
        publicationId: publication.id,
        series: input.series,
        year: Number(today().slice(0, 4)),
        periodFrom: toColumn(period.from),
        periodTo: toColumn(period.to),
        ...(await listForNext(tx, publication.id, last?.listId ?? null)),
        imprint: asImprint(last?.imprint ?? publication.imprint),
        compilerIds: [actor.id],
        createdAt: now(),
        updatedAt: now(),
        sections: { create: publication.sections.map(({ title, style, order }) => ({ title, style, order })) },
      },
    });
    await record(tx, actor, "createIssue", { issueId: issue.id, detail: { publication: publication.name } });
    return issue.id;
  });
}

type Period = { periodFrom: string | null; periodTo: string | null };

/**
 * The period an issue covers; none where it covers no period. Unless given, it follows on the last
 * issue's if that ended within a week of now, and is the present week otherwise.
 */
export function periodOf(input: Period, periodDays: number, lastTo: string | null = null) {
  if (!periodDays) return { from: null, to: null };
  const { from } = weekOf(today());
  const after = lastTo && addDays(lastTo, 1);
  const follows = after && after >= addDays(from, -7) && after <= addDays(from, 7);
  const start = input.periodFrom ?? (follows ? after : from);
  const end = input.periodTo ?? addDays(start, periodDays - 1);
  if (end < start) throw new Refusal("turnedRound", { field: "periodTo" });
  return { from: start, to: end };
}

const pageSize = 25;

export const issuesFilter = z.object({
  publication: id.nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Issues in work first, then the others, latest first. */
export async function issuesFor(actor: Actor, { publication, page }: z.output<typeof issuesFilter>) {
  const sight = { AND: [workedIssues(actor), publication ? { publicationId: publication } : {}] };
  const inWork = ["compiling", "inReview", "sentBack", "approved", "signed"] as const;
  const select = {
    id: true,
    state: true,
    series: true,
    year: true,
    number: true,
    lastNumber: true,
    total: true,
    edition: true,
    correctsId: true,
    distributeAt: true,
    publicationId: true,
    createdAt: true,
    periodFrom: true,
    periodTo: true,
    date: true,
    distributedAt: true,
    publication: { select: { name: true } },
  } as const;
  const done = { AND: [sight, { state: { notIn: [...inWork] } }] };
  const [working, past, count] = await Promise.all([
    db.issue.findMany({
      where: { AND: [sight, { state: { in: [...inWork] } }] },
      orderBy: [{ createdAt: "desc" }],
      take: 100,
      select,
    }),
    db.issue.findMany({
      where: done,
      orderBy: [{ date: "desc" }, { number: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select,
    }),
    // Ten pages on: how many there are in all nobody needs to know, and all would have to be counted for it.
    db.issue.count({ where: done, take: (page + 10) * pageSize }),
  ]);
  const ids = [...working, ...past].map((issue) => issue.id);
  const [entries, deliveries] = await Promise.all([entriesOf(ids), deliveriesOf(ids)]);
  const shown = async (issue: (typeof working)[number]) => ({
    ...issue,
    entries: entries.get(issue.id) ?? 0,
    deliveries: deliveries.get(issue.id) ?? 0,
    periodFrom: fromColumn(issue.periodFrom),
    periodTo: fromColumn(issue.periodTo),
    date: fromColumn(issue.date),
    tentative: issue.number === null ? await tentativeNumber(issue) : null,
  });
  return {
    working: await Promise.all(working.map(shown)),
    past: await Promise.all(past.map(shown)),
    pages: Math.max(1, Math.ceil(count / pageSize)),
  };
}
