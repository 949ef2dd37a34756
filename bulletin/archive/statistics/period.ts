import { today, weekOf } from "@/lib/dates";
import { monthOf, type Period, quarterOf, yearOf } from "../period";
import type { StatisticsFilter } from "./filter";

/** `turned`: its ends stood the wrong way round and were taken the other way. */
export type AskedPeriod = Period & { turned: boolean };

export const yearNow = (): number => Number(today().slice(0, 4));

/** A period of the calendar. A week begins on Monday; this week is that of today at the office. */
export function calendarPeriod({ period, year: asked, part, from, to }: StatisticsFilter): AskedPeriod {
  const year = asked ?? yearNow();
  if (period === "quarter") {
    const quarter = Math.min(part ?? Math.ceil(Number(today().slice(5, 7)) / 3), 4);
    return { ...quarterOf(year, quarter), turned: false };
  }
  if (period === "month") return { ...monthOf(year, part ?? Number(today().slice(5, 7))), turned: false };
  if (period === "week") return { kind: period, year: yearNow(), ...weekOf(today()), turned: false };
  if (period === "days" && (from || to)) {
    const [first, last] = [from ?? to ?? today(), to ?? (from && from > today() ? from : today())];
    const turned = first > last;
    const days = turned ? { from: last, to: first } : { from: first, to: last };
    return { kind: period, year: Number(days.to.slice(0, 4)), ...days, turned };
  }
  return { ...yearOf(year), turned: false };
}

/** Numbers of issues as they were asked for, in order; what is open at an end reaches to the end. */
export function numbersOf({ first, last }: Pick<StatisticsFilter, "first" | "last">) {
  const turned = first !== null && last !== null && first > last;
  return turned ? { first: last, last: first, turned } : { first, last, turned };
}
