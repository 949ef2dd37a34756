import { type Day, dayOf } from "@/lib/dates";
import type { Hundredths } from "./hundredths";

/** What a use is priced as: a single-item issue, otherwise as the entry's kind. */
export const rowKinds = ["story", "brief", "single"] as const;
export type RowKind = (typeof rowKinds)[number];

/** Points of one kind of entry in one publication; null: none are given. */
export type Row = {
  publicationId: string;
  kind: RowKind;
  own: Hundredths | null;
  levels: Record<string, { relayed: Hundredths | null; adopted: Hundredths | null }>;
};

export type Merge = "full" | "split" | "fixed";
export type Repeat = "sum" | "highest";

/** The rules of a rule set, as they stand in its row. */
export type Rules = {
  rows: Row[];
  /** Once an entry, for an instruction of an own leader, or of one at that level. */
  instructions: { own: Hundredths; levels: Record<string, Hundredths> };
  /** An entry of several items: each gets all, an even share, or a fixed number. */
  merge: { how: Merge; fixed: Hundredths };
  /** One item used several times: all is added, or only the highest counts. */
  repeat: Repeat;
  /** Tables are made of one group each. The quota is for a year; 0: none. */
  groups: { name: string; officeIds: string[]; quota: Hundredths }[];
  /** Whether a table stands in the order of its points; otherwise in that of the roster of offices. */
  ranked: boolean;
};

/** In force from its day until the day before the next one's. */
export type RuleSet = { id: string; from: Day; rules: Rules };
/** The days on which a publication's entries earn points, both included. */
export type Span = { publicationId: string; from: Day; until: Day | null };
/** At `at` (milliseconds) everything up to a day was closed. */
export type Closing = { through: Day; at: number };

/** All that decides what a fact is worth. */
export type Book = { sets: RuleSet[]; spans: Span[]; closings: Closing[] };

export function setOn(sets: readonly RuleSet[], day: Day): RuleSet | null {
  return sets.reduce<RuleSet | null>(
    (found, each) => (each.from <= day && (!found || each.from > found.from) ? each : found),
    null,
  );
}

export function isCounted(spans: readonly Span[], publicationId: string, day: Day): boolean {
  return spans.some(
    (span) => span.publicationId === publicationId && span.from <= day && (span.until === null || day <= span.until),
  );
}

/** The day up to which nothing changes any more; null where nothing was closed. */
export function closedThrough(closings: readonly Closing[]): Day | null {
  return closings.reduce<Day | null>((last, { through }) => (last && last > through ? last : through), null);
}

/**
 * The day on which a fact counts: its own, unless that had been closed when it became known; then the day
 * on which it did. So a closed period never changes, whatever is entered later.
 */
export function bookedOn(day: Day, knownAt: number, closings: readonly Closing[]): Day {
  const isLate = closings.some(({ through, at }) => at <= knownAt && through >= day);
  return isLate ? dayOf(new Date(knownAt)) : day;
}

/** Whether by all rules until a day each use is worth the same whatever else the item was used for. */
export function addsUp({ sets }: Book, until: Day): boolean {
  return sets.every(({ from, rules: { repeat, instructions } }) => {
    // A bonus is given once however many instructions there are: a second one depends on the first.
    const bonuses = [instructions.own, ...Object.values(instructions.levels)];
    return from > until || (repeat === "sum" && bonuses.every((bonus) => !bonus));
  });
}
