import { Prisma } from "@/generated/prisma/client";
import { addDays, type Day, daysOfMonth, earlierDay, today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { adoptedBy, adoptedIn, type Scope, sentIn } from "./scope";
import type { Selection } from "./selection";

/** A point of the line: an issue by its number, or a month, a week or a day by where it begins. */
export type Stretch = {
  unit: "issue" | "month" | "week" | "day";
  number: number;
  from: Day;
  to: Day;
  issueId: string | null;
};
export type Point = Stretch & { sent: number; adopted: number };

/**
 * The stretches of a period: issue by issue where the issues of one publication are counted, else by the calendar,
 * and what was adopted in each, an item once in each.
 */
export async function overTime({ scope, period, issues }: Selection): Promise<Omit<Point, "sent">[]> {
  if (period.kind === "issues") {
    const stretches = issues.map(({ id, number, from, to }) => ({
      unit: "issue" as const,
      number,
      from,
      to,
      issueId: id,
    }));
    return counted(scope, stretches);
  }
  return counted(scope, calendarStretches(period));
}

/** Months of more than a quarter, weeks of more than a fortnight, days otherwise; what is still to come is left out. */
export function calendarStretches({ from, to }: { from: Day; to: Day }): Stretch[] {
  const end = earlierDay(to, today());
  const days = (Date.parse(end) - Date.parse(from)) / 86_400_000 + 1;
  const unit = days > 92 ? "month" : days > 15 ? "week" : "day";
  const stretches: Stretch[] = [];
  for (let start = from; start <= end && stretches.length < 400; ) {
    const natural = lastDay(start, unit);
    const until = earlierDay(natural, end);
    stretches.push({ unit, number: stretches.length + 1, from: start, to: until, issueId: null });
    start = addDays(natural, 1);
  }
  return stretches;
}

function lastDay(day: Day, unit: "month" | "week" | "day"): Day {
  if (unit === "day") return day;
  if (unit === "week") return weekOf(day).to;
  const [year = 0, month = 0] = day.split("-").map(Number);
  return daysOfMonth(year, month).to;
}

async function counted(scope: Scope, stretches: Stretch[]): Promise<Omit<Point, "sent">[]> {
  const adopted = await adoptedAlong(scope, stretches);
  return stretches.map((stretch, at) => ({ ...stretch, adopted: adopted.get(at) ?? 0 }));
}

/** With what was sent within each, from the days. */
export function withSent(points: Omit<Point, "sent">[], days: { day: Day; count: number }[]): Point[] {
  return points.map((point) => {
    const within = days.filter(({ day }) => day >= point.from && day <= point.to);
    return { ...point, sent: within.reduce((sum, { count }) => sum + count, 0) };
  });
}

/** How many items were sent on each day on which any were. */
export async function sentByDay(scope: Scope): Promise<{ day: Day; count: number }[]> {
  return db.$queryRaw<{ day: Day; count: number }[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, count(*)::int AS count
    FROM "SentItem" WHERE ${sentIn(scope)} GROUP BY "SentItem".day`;
}

/** How many items were printed in each stretch, an item once in each. */
async function adoptedAlong(scope: Scope, stretches: Stretch[]): Promise<Map<number, number>> {
  if (!stretches.length) return new Map();
  if (stretches.some(({ issueId }) => issueId)) {
    const rows = await db.$queryRaw<{ key: string; count: number }[]>(adoptedBy(scope, Prisma.sql`"issueId"`));
    const counts = new Map(rows.map(({ key, count }) => [key, count]));
    return new Map(stretches.map(({ issueId }, at) => [at, counts.get(issueId ?? "") ?? 0]));
  }
  const places = Prisma.join(stretches.map(({ from, to }, at) => Prisma.sql`(${at}, ${from}::date, ${to}::date)`));
  const rows = await db.$queryRaw<{ at: number; count: number }[]>`
    WITH place AS (SELECT * FROM (VALUES ${places}) AS given (at, first, last))
    SELECT at::int AS at, sum(count)::int AS count FROM (
      SELECT place.at, days.count
      FROM (SELECT day, count(*) AS count FROM "PublishedItem" WHERE NOT shared AND ${adoptedIn(scope)} GROUP BY day) AS days
      JOIN place ON days.day BETWEEN place.first AND place.last
      UNION ALL
      SELECT at, count(*) FROM (
        SELECT DISTINCT place.at, "itemId"
        FROM (SELECT day, "itemId" FROM "PublishedItem" WHERE shared AND ${adoptedIn(scope)}) AS printed
        JOIN place ON printed.day BETWEEN place.first AND place.last
      ) AS again GROUP BY at
    ) AS counted GROUP BY at`;
  return new Map(rows.map(({ at, count }) => [at, count]));
}
