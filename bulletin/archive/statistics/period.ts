import { type Day, daysOfMonth, today, weekOf } from "@/lib/dates";
import type { PeriodKind, StatisticsFilter } from "./filter";

/** A stretch of days, and how it was named. `part`: which quarter or month; `first`, `last`: issues by number. */
export type Period = {
  kind: PeriodKind;
  from: Day;
  to: Day;
  year: number;
  part?: number;
  first?: number;
  last?: number;
  /** The ends stood the wrong way round and were taken the other way. */
  turned: boolean;
};

export const yearNow = (): number => Number(today().slice(0, 4));

/** A period of the calendar. A week begins on Monday; this week is that of today at the office. */
export function calendarPeriod({ period, year: asked, part, from, to }: StatisticsFilter): Period {
  const year = asked ?? yearNow();
  if (period === "quarter") {
    const quarter = Math.min(part ?? Math.ceil(Number(today().slice(5, 7)) / 3), 4);
    return { kind: period, year, part: quarter, ...months(year, 3 * quarter - 2, 3 * quarter), turned: false };
  }
  if (period === "month") {
    const month = part ?? Number(today().slice(5, 7));
    return { kind: period, year, part: month, ...months(year, month, month), turned: false };
  }
  if (period === "week") return { kind: period, year: yearNow(), ...weekOf(today()), turned: false };
  if (period === "days" && (from || to)) {
    const [first, last] = [from ?? to ?? today(), to ?? (from && from > today() ? from : today())];
    const turned = first > last;
    const days = turned ? { from: last, to: first } : { from: first, to: last };
    return { kind: period, year: Number(days.to.slice(0, 4)), ...days, turned };
  }
  return { kind: "year", year, ...months(year, 1, 12), turned: false };
}

/** Numbers of issues as they were asked for, in order; what is open at an end reaches to the end. */
export function numbersOf({ first, last }: Pick<StatisticsFilter, "first" | "last">) {
  const turned = first !== null && last !== null && first > last;
  return turned ? { first: last, last: first, turned } : { first, last, turned };
}

function months(year: number, first: number, last: number): { from: Day; to: Day } {
  return { from: daysOfMonth(year, first).from, to: daysOfMonth(year, last).to };
}
