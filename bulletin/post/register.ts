import { z } from "zod";
import type { InstructionState, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { type Day, fromColumn, momentOf, today } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { record } from "../events";
import { visibleForwards, visibleInstructions } from "../policy";
import { optionalDay, optionalId } from "../text/fields";

const pageSize = 50;
/** A year's instructions of a large city and more; what lies beyond is exported by a narrower filter. */
const mostExported = 5_000;

export const registerFilter = z.object({
  view: z.enum(["open", "given", "forwarded", "answered", "closed", "all"]).catch("open"),
  publication: optionalId.catch(null),
  leader: optionalId.catch(null),
  office: optionalId.catch(null),
  from: optionalDay.catch(null),
  to: optionalDay.catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type RegisterFilter = z.output<typeof registerFilter>;

/** The register (台账): what the person sees of instructions. Open ones first that are open longest, closed ones latest first. */
export async function register(actor: Actor, filter: RegisterFilter) {
  const where = whereOf(actor, filter);
  const [rows, count, counts] = await Promise.all([
    db.instruction.findMany({
      ...orderOf(filter),
      where,
      skip: (filter.page - 1) * pageSize,
      take: pageSize,
      select: selectFor(actor),
    }),
    db.instruction.count({ where }),
    db.instruction.groupBy({
      by: ["state"],
      where: whereOf(actor, { ...filter, view: "all" }),
      _count: { _all: true },
    }),
  ]);
  const of = (...states: string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count._all, 0);
  return {
    rows: rows.map(asRow),
    pages: Math.max(1, Math.ceil(count / pageSize)),
    counts: {
      open: of("given", "forwarded", "answered"),
      ...{ given: of("given"), forwarded: of("forwarded"), answered: of("answered"), closed: of("closed") },
      all: of("given", "forwarded", "answered", "closed"),
    },
  };
}

/** The same without pages, for a spreadsheet. That it left is entered in the record. */
export async function registerExport(actor: Actor, filter: RegisterFilter) {
  const rows = await db.instruction.findMany({
    ...orderOf(filter),
    where: whereOf(actor, filter),
    take: mostExported,
    select: selectFor(actor),
  });
  await inTransaction((tx) => record(tx, actor, "download", { detail: { format: "register" } }));
  return rows.map(asRow);
}

/** What the filters of the register can be set to: what there is among the instructions that the person sees. */
export async function registerChoices(actor: Actor) {
  const seen = visibleInstructions(actor);
  const [leaders, publications, offices] = await Promise.all([
    db.instruction.groupBy({ by: ["leaderId", "leaderName"], where: seen, orderBy: { leaderName: "asc" } }),
    db.publication.findMany({
      where: { issues: { some: { instructions: { some: seen } } } },
      orderBy: { order: "asc" },
      select: { id: true, name: true },
    }),
    db.office.findMany({
      where: { forwards: { some: { AND: [{ instruction: seen }, visibleForwards(actor)] } } },
      orderBy: { order: "asc" },
      select: { id: true, shortName: true },
    }),
  ]);
  return { leaders, publications, offices };
}

const inView: Record<RegisterFilter["view"], InstructionState[]> = {
  open: ["given", "forwarded", "answered"],
  ...{ given: ["given"], forwarded: ["forwarded"], answered: ["answered"], closed: ["closed"] },
  all: ["given", "forwarded", "answered", "closed"],
};

function whereOf(actor: Actor, { view, publication, leader, office, from, to }: RegisterFilter) {
  return {
    AND: [
      visibleInstructions(actor),
      {
        state: { in: inView[view] },
        ...(publication && { issue: { publicationId: publication } }),
        ...(leader && { leaderId: leader }),
        ...(office && { forwards: { some: { AND: [{ officeId: office }, visibleForwards(actor)] } } }),
        givenAt: {
          ...(from && { gte: momentOf(from, "00:00") }),
          ...(to && { lte: new Date(momentOf(to, "00:00").getTime() + 86_400_000 - 1) }),
        },
      },
    ],
  } satisfies Prisma.InstructionWhereInput;
}

function orderOf({ view }: RegisterFilter) {
  const orderBy: Prisma.InstructionOrderByWithRelationInput[] =
    view === "closed" || view === "all" ? [{ givenAt: "desc" }, { id: "desc" }] : [{ givenAt: "asc" }, { id: "asc" }];
  return { orderBy };
}

/** An office sees its own forward of each alone. */
function selectFor(actor: Actor) {
  return {
    ...{ id: true, state: true, text: true, quote: true, about: true, byHand: true, leaderName: true },
    ...{ givenAt: true, closedAt: true, closing: true },
    issue: {
      select: {
        state: true,
        year: true,
        number: true,
        series: true,
        publication: { select: { name: true } },
      },
    },
    forwards: {
      where: visibleForwards(actor),
      orderBy: { at: "asc" },
      select: { dueOn: true, answeredAt: true, office: { select: { shortName: true } } },
    },
  } as const satisfies Prisma.InstructionSelect;
}

type Selected = Prisma.InstructionGetPayload<{ select: ReturnType<typeof selectFor> }>;

function asRow({ issue, forwards, quote, about, ...row }: Selected) {
  const { state: issueState, ...named } = issue;
  const until = row.closedAt ?? now();
  return {
    ...row,
    issue: named,
    /** Nothing of a recalled text is repeated here. */
    about: issueState === "recalled" ? "" : quote || about,
    forwards: forwards.map((each) => ({ ...each, dueOn: fromColumn(each.dueOn) })),
    /** Whole days for which it has been open, or was. */
    days: Math.floor((until.getTime() - row.givenAt.getTime()) / 86_400_000),
  };
}

export type RegisterRow = ReturnType<typeof asRow>;

/** Whether an answer is late today. */
export function isOverdue({ dueOn, answeredAt }: { dueOn: Day | null; answeredAt: Date | null }): boolean {
  return dueOn !== null && answeredAt === null && dueOn < today();
}

type Due = { dueOn: Day | null; answeredAt: Date | null };

/** The due date that comes next: the earliest that is not answered, otherwise the earliest there was. */
export function nextDue(forwards: readonly Due[]): { dueOn: Day; answeredAt: Date | null } | null {
  const due = forwards.flatMap(({ dueOn, answeredAt }) => (dueOn ? [{ dueOn, answeredAt }] : []));
  const earliest = due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return earliest.find(({ answeredAt }) => !answeredAt) ?? earliest[0] ?? null;
}
