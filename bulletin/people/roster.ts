import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { addDays, type Day, fromColumn, toColumn } from "@/lib/dates";
import { db, inTransaction, inTurn, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { cameBefore, newId } from "../again";
import { record } from "../events";
import { ask, has } from "../policy";
import { refuseChanged, type Seen, stamp } from "../seen";
import { anyDay, line, optionalDay, optionalId, whole } from "../text/fields";
import { type Official, titleHeld } from "./tenure";

/** The roster (名录): who is named in items, by rank, with the title held on a day. */
export type OnRoster = { id: string; name: string; rank: number; title: string };

type WithTitles = {
  id: string;
  name: string;
  rank: number;
  titles: { title: string; from: Date; to: Date | null }[];
};

/** The title held on `day`; empty if none was. */
export function titleOn(official: WithTitles, day: Day): string {
  const { id, name, rank, titles } = official;
  const tenures = titles.map(({ title, from, to }) => ({ title, from: fromColumn(from), to: fromColumn(to) }));
  return titleHeld({ id, name, rank, tenures }, day);
}

/** The whole roster in rank order, for picking: the title shown is that of the day of the activity. */
export async function roster(actor: Actor): Promise<Official[]> {
  ask(has(actor, "contributor", "officeLead", "editor", "reviewer", "signer"));
  const officials = await db.official.findMany({
    include: { titles: true },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  return officials.map(({ id, name, rank, titles }) => {
    const tenures = titles.map(({ title, from, to }) => ({ title, from: fromColumn(from), to: fromColumn(to) }));
    return { id, name, rank, tenures };
  });
}

/** The named officials in rank order with the title of that day; also those who hold none on it. */
export async function officialsNamed(ids: readonly string[], day: Day): Promise<OnRoster[]> {
  if (!ids.length) return [];
  const officials = await db.official.findMany({
    where: { id: { in: [...ids] } },
    include: { titles: true },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  return officials.map((each) => ({ id: each.id, name: each.name, rank: each.rank, title: titleOn(each, day) }));
}

export const officialSchema = z.object({
  id: optionalId,
  /** Of one that is entered, not of one that is there. */
  newId,
  name: line(20, { required: true }),
  rank: whole(1, 9_999),
  officeId: optionalId,
  title: line(40, { required: true }),
  from: anyDay,
  to: optionalDay,
});

export const officialForm = officialSchema.extend({ seen: stamp });

type Shown = Pick<z.output<typeof officialSchema>, "name" | "rank" | "officeId"> & { titles: Tenure[] };
type Tenure = { title: string; from: Day; to: Day | null };

/** What its form shows of an official. */
export function officialShown({ name, rank, officeId, titles }: Shown): Shown {
  return { name, rank, officeId, titles: titles.map(({ title, from, to }) => ({ title, from, to })) };
}

/**
 * Enters an official, once however often the form comes, or gives one a further title. Only the system administrator.
 * Refused: somebody else has changed the official since they were seen.
 */
export async function enterOfficial(
  actor: Actor,
  { seen, ...input }: z.output<typeof officialSchema> & Seen,
): Promise<string> {
  ask(has(actor, "systemAdmin"));
  if (input.to && input.to < input.from) throw new Refusal("turnedRound", { field: "to" });
  return inTransaction(async (tx) => {
    const { name, rank, officeId } = input;
    const own = input.id ? null : input.newId;
    if (own && (await cameBefore(tx, own, (id) => enteredAs(tx, id), titleIn(input)))) return own;
    if (officeId && !(await tx.office.findUnique({ where: { id: officeId } })))
      throw new Refusal("unknownOffice", { field: "officeId" });
    if (input.id) await refuseOthers(tx, input.id, seen);
    const official = input.id
      ? await tx.official.update({ where: { id: input.id }, data: { name, rank, officeId } })
      : await tx.official.create({ data: { id: own ?? undefined, name, rank, officeId } });
    const tenure = { title: input.title, from: toColumn(input.from), to: toColumn(input.to) };
    const same = await tx.officialTitle.findFirst({
      where: { officialId: official.id, title: input.title, from: tenure.from },
    });
    if (same) await tx.officialTitle.update({ where: { id: same.id }, data: tenure });
    else await endEarlier(tx, official.id, input.from);
    if (!same) await tx.officialTitle.create({ data: { officialId: official.id, ...tenure } });
    await record(tx, actor, "enterOfficial", { subjectId: official.id, detail: { name, title: input.title } });
    return official.id;
  });
}

async function refuseOthers(tx: Transaction, id: string, seen?: string): Promise<void> {
  await inTurn(tx, id);
  const before = await tx.official.findUnique({ where: { id }, include: inOrder });
  if (!before) throw missing();
  await refuseChanged(tx, seen, officialShown(withDays(before)), { subjectId: id });
}

const inOrder = { titles: { orderBy: [{ from: "asc" as const }, { id: "asc" as const }] } };

function withDays<T extends { titles: { title: string; from: Date; to: Date | null }[] }>({ titles, ...rest }: T) {
  return {
    ...rest,
    titles: titles.map(({ title, from, to }) => ({ title, from: fromColumn(from), to: fromColumn(to) })),
  };
}

type Entered = Pick<z.output<typeof officialSchema>, "name" | "rank" | "officeId" | "title" | "from" | "to">;

function titleIn({ name, rank, officeId, title, from, to }: Entered): Entered {
  return { name, rank, officeId, title, from, to };
}

/** An official with the title with which one was entered. */
async function enteredAs(tx: Transaction, id: string): Promise<Entered | null> {
  const found = await tx.official.findUnique({
    where: { id },
    include: { titles: { orderBy: { id: "asc" }, take: 1 } },
  });
  if (!found) return null;
  const [first] = found.titles;
  const tenure = {
    title: first?.title ?? "",
    from: fromColumn(first?.from ?? null) ?? "",
    to: fromColumn(first?.to ?? null),
  };
  return { name: found.name, rank: found.rank, officeId: found.officeId, ...tenure };
}

/** A new title ends the one held until then on the day before. */
async function endEarlier(tx: Transaction, officialId: string, from: Day): Promise<void> {
  await tx.officialTitle.updateMany({
    where: { officialId, to: null, from: { lt: toColumn(from) } },
    data: { to: toColumn(addDays(from, -1)) },
  });
}

/** The roster with all tenures, for the system administrator. */
export async function wholeRoster(actor: Actor) {
  ask(has(actor, "systemAdmin"));
  const officials = await db.official.findMany({
    include: { ...inOrder, office: { select: { shortName: true } } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  return officials.map(withDays);
}
