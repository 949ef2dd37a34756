import { type Day, daysOfMonth } from "@/lib/dates";

export type PeriodKind = "issues" | "year" | "quarter" | "month" | "week" | "days" | "all";

/**
 * A stretch of days, both ends included, and how it was named: what statistics and points count over.
 * `part`: which quarter or month; `first`, `last`: issues by number; `all` begins with the counting.
 */
export type Period = {
  kind: PeriodKind;
  from: Day;
  to: Day;
  year: number;
  part?: number;
  first?: number;
  last?: number;
};

export function monthOf(year: number, part: number) {
  return { kind: "month" as const, year, part, ...daysOfMonth(year, part) };
}

export function quarterOf(year: number, part: number) {
  const [from, to] = [daysOfMonth(year, part * 3 - 2).from, daysOfMonth(year, part * 3).to];
  return { kind: "quarter" as const, year, part, from, to };
}

export function yearOf(year: number) {
  return { kind: "year" as const, year, from: daysOfMonth(year, 1).from, to: daysOfMonth(year, 12).to };
}
