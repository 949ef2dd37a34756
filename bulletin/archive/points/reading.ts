import type { Prisma } from "@/generated/prisma/client";
import { addDays, type Day, dayOf, fromColumn, momentOf, toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Adjustment, Facts, Use, What } from "./facts";
import { readPrinted } from "./printed";

/**
 * The facts that count on a day from one to another: what was printed, relayed and adopted, instructed on
 * one of these days, became known on one (which counts late where its own day was closed), or was taken back
 * on one; and what was adjusted by hand until then. What happened before and ended before is left out.
 */
export async function factsBetween(from: Day, to: Day): Promise<Facts> {
  const [start, end] = [momentOf(from, "00:00"), momentOf(addDays(to, 1), "00:00")];
  const relays = await db.relay.findMany({ where: { OR: within(from, to, { gte: start, lt: end }) } });
  const instructions = await db.instruction.findMany({
    where: {
      OR: [
        { givenAt: { gte: start, lt: end } },
        { state: "withdrawn", givenAt: { lt: end }, updatedAt: { gte: start, lt: end } },
      ],
    },
    select: {
      ...{ id: true, issueId: true, entryId: true, leaderName: true },
      ...{ state: true, givenAt: true, updatedAt: true },
    },
  });
  const adjustments = await db.pointsAdjustment.findMany({
    where: { on: { lte: toColumn(to) } },
  });
  const printed = await readPrinted(start, end, relays, instructions);
  const uses: Use[] = [...printed.uses()];
  for (const {
    id,
    entryId,
    on,
    adoptedOn,
    instructedOn,
    levelId,
    publication: name,
    withdrawnAt,
    ...known
  } of relays) {
    const entry = printed.entry(entryId);
    if (!entry) continue;
    const endedOn = withdrawnAt && dayOf(withdrawnAt);
    const days: [What, Date | null, Date | null][] = [
      ["relayed", on, known.recordedAt],
      ["adopted", adoptedOn, known.adoptedKnownAt],
      ["instructed", instructedOn, known.instructedKnownAt],
    ];
    for (const [what, column, at] of days)
      if (column && at)
        uses.push({
          ...{ ...entry, id: `${what} ${id}`, what, levelId, name, endedOn },
          ...{ day: fromColumn(column), knownAt: at.getTime() },
        });
  }
  for (const { id, issueId, entryId, leaderName, state, givenAt, updatedAt } of instructions) {
    const entry = entryId ? printed.entry(entryId) : printed.onlyOf(issueId);
    if (!entry) continue;
    const endedOn = state === "withdrawn" ? dayOf(updatedAt) : null;
    const given = { day: dayOf(givenAt), knownAt: givenAt.getTime(), endedOn };
    uses.push({ ...entry, ...given, id: `instructed ${id}`, what: "instructed", levelId: null, name: leaderName });
  }
  return { uses: uses.filter(({ day }) => day <= to), adjustments: adjustments.map(asAdjustment) };
}

type Moments = { gte: Date; lt: Date };

/** A relay of which any of its three days lies within, or the moment when it became known or was withdrawn. */
function within(from: Day, to: Day, moments: Moments): Prisma.RelayWhereInput[] {
  const days = { gte: toColumn(from), lte: toColumn(to) };
  return [
    ...[{ on: days }, { adoptedOn: days }, { instructedOn: days }],
    ...[{ recordedAt: moments }, { adoptedKnownAt: moments }, { instructedKnownAt: moments }, { withdrawnAt: moments }],
  ];
}

type Row = Awaited<ReturnType<typeof db.pointsAdjustment.findMany>>[number];

function asAdjustment({ id, officeId, on, at, points, reason, withdrawnAt }: Row): Adjustment {
  const endedOn = withdrawnAt && dayOf(withdrawnAt);
  return { ...{ id, officeId, points, reason, endedOn }, day: fromColumn(on), knownAt: at.getTime() };
}
