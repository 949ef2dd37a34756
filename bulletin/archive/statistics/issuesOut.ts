import type { Prisma } from "@/generated/prisma/client";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { db } from "@/lib/db";

/** A number that is out: the issue that counts for it, when it first went out, and the days on which items were sent for it. */
export type IssueOut = {
  id: string;
  year: number;
  number: number;
  day: Day;
  /** The day after the number before went out, until this one did; the first one takes all that came before. */
  from: Day;
  to: Day;
};

/** Before anything. */
export const beginning: Day = "1900-01-01";

/**
 * The regular issues of a publication that are out, oldest first. A corrected number counts once, by the
 * edition that stands; void and recalled ones are not there. Their windows lie side by side without gap.
 */
export async function issuesOut(publicationId: string): Promise<IssueOut[]> {
  const where = { publicationId, series: "regular", number: { not: null } } satisfies Prisma.IssueWhereInput;
  const [standing, editions] = [
    await db.issue.findMany({
      where: { ...where, state: "distributed" },
      select: { id: true, year: true, number: true },
    }),
    await db.issue.groupBy({
      by: ["year", "number"],
      where: { ...where, distributedAt: { not: null } },
      _min: { distributedAt: true },
    }),
  ];
  const firstOut = new Map(editions.map(({ year, number, _min }) => [`${year} ${number}`, _min.distributedAt]));
  const issues = standing.flatMap(({ id, year, number }) => {
    const at = firstOut.get(`${year} ${number}`);
    return number && at ? [{ id, year, number, at, day: dayOf(at) }] : [];
  });
  issues.sort((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number);
  return issues.map(({ at: _, ...issue }, index) => {
    const before = issues[index - 1];
    return { ...issue, from: before ? addDays(before.day, 1) : beginning, to: issue.day };
  });
}

/** More than anybody corrects between two regular issues. */
const looksBack = 50;

/**
 * The day on which the latest of them first went out; null before the first. A correction went out later than its
 * number did, so the latest number is looked for among the last few that went out.
 */
export async function lastDayOut(publicationId: string): Promise<Day | null> {
  const [found] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max(first.at) AS at FROM (
      SELECT year, number FROM "Issue" WHERE "publicationId" = ${publicationId}::uuid AND series = 'regular' AND number IS NOT NULL
        AND state = 'distributed' ORDER BY "distributedAt" DESC LIMIT ${looksBack}) i
    CROSS JOIN LATERAL (SELECT min(e."distributedAt") AS at FROM "Issue" e
      WHERE e."publicationId" = ${publicationId}::uuid AND e.series = 'regular' AND e.year = i.year AND e.number = i.number) first`;
  return found?.at ? dayOf(found.at) : null;
}
