import type { Relay } from "@/generated/prisma/client";
import { now } from "@/lib/clock";
import { type Day, fromColumn, toColumn } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { bookedOn, closedThrough } from "../points/book";
import { bookOf } from "../points/keeping";

/** What an editor enters of a relay; its three days are known from the moment at which each was entered. */
export type RelayFields = {
  levelId: string;
  publication: string;
  on: Day;
  adoptedOn: Day | null;
  instructedOn: Day | null;
};

/** Days that counted in a period that was closed stand, and so does the level at which they did. */
export async function refuseClosed(tx: Transaction, before: Relay, input: RelayFields): Promise<void> {
  const { closings } = await bookOf(tx);
  const closed = closedThrough(closings);
  if (!closed) return;
  const days = daysOf(before);
  const isClosed = ({ day, knownAt }: { day: Day | null; knownAt: Date | null }) =>
    day !== null && knownAt !== null && bookedOn(day, knownAt.getTime(), closings) <= closed;
  for (const field of ["on", "adoptedOn", "instructedOn"] as const)
    if (isClosed(days[field]) && days[field].day !== input[field]) throw new Refusal("pointsClosed", { field });
  if (Object.values(days).some(isClosed) && before.levelId !== input.levelId)
    throw new Refusal("pointsClosed", { field: "levelId" });
}

function daysOf(row: Relay) {
  return {
    on: { day: fromColumn(row.on), knownAt: row.recordedAt },
    adoptedOn: { day: fromColumn(row.adoptedOn), knownAt: row.adoptedKnownAt },
    instructedOn: { day: fromColumn(row.instructedOn), knownAt: row.instructedKnownAt },
  };
}

/** A day that is entered or changed becomes known now; one that stays was known before. */
export function columnsOf({ levelId, publication, on, adoptedOn, instructedOn }: RelayFields, before: Relay | null) {
  const days = before && daysOf(before);
  const known = (field: "adoptedOn" | "instructedOn", day: Day | null) =>
    day === null ? null : days?.[field].day === day ? days[field].knownAt : now();
  return {
    ...{ levelId, publication, on: toColumn(on) },
    ...(days && days.on.day !== on && { recordedAt: now() }),
    ...{ adoptedOn: toColumn(adoptedOn), adoptedKnownAt: known("adoptedOn", adoptedOn) },
    ...{ instructedOn: toColumn(instructedOn), instructedKnownAt: known("instructedOn", instructedOn) },
  };
}
