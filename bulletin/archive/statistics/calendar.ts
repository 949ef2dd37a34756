import { Prisma } from "@/generated/prisma/client";
import { addDays, type Day, fromColumn, weekdayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { sentByDay } from "./overTime";
import { adoptedBy } from "./scope";
import type { Selection } from "./selection";

/** A day of the calendar; outside its month a cell is null. */
export type CalendarDay = { day: Day; sent: number; adopted: number };
export type CalendarWeek = { from: Day; to: Day; days: (CalendarDay | null)[]; sent: number };
export type CalendarMonth = { month: number; weeks: CalendarWeek[] };

/** The year of the period, day by day: what was sent, what was printed, and what each week brought. */
export async function calendarOf({ scope, period }: Selection): Promise<{ year: number; months: CalendarMonth[] }> {
  const year = period.year;
  // A week that reaches into the next year is counted whole.
  const whole = { ...scope, issueIds: null, from: addDays(`${year}-01-01`, -6), to: addDays(`${year}-12-31`, 6) };
  const [sent, adopted] = await Promise.all([
    sentByDay(whole),
    db.$queryRaw<{ key: Date; count: number }[]>(adoptedBy(whole, Prisma.sql`day`)),
  ]);
  const ofSent = new Map(sent.map(({ day, count }) => [day, count]));
  const ofAdopted = new Map(adopted.map(({ key, count }) => [fromColumn(key), count]));
  const at = (day: Day): CalendarDay => ({ day, sent: ofSent.get(day) ?? 0, adopted: ofAdopted.get(day) ?? 0 });
  const months = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, weeks: weeksOf(year, index + 1, at) }));
  return { year, months };
}

function weeksOf(year: number, month: number, at: (day: Day) => CalendarDay): CalendarWeek[] {
  const prefix = `${year}-${String(month).padStart(2, "0")}`;
  const first = `${prefix}-01`;
  const weeks: CalendarWeek[] = [];
  for (let from = addDays(first, 1 - weekdayOf(first)); from <= `${prefix}-31`; from = addDays(from, 7)) {
    const week = Array.from({ length: 7 }, (_, index) => at(addDays(from, index)));
    const sent = week.reduce((sum, each) => sum + each.sent, 0);
    const days = week.map((each) => (each.day.startsWith(prefix) ? each : null));
    if (days.some(Boolean)) weeks.push({ from, to: addDays(from, 6), days, sent });
  }
  return weeks;
}
