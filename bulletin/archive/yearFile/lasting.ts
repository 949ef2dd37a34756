import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { broken } from "./broken";
import { type Manifest, type ManifestIssue, manifestName } from "./manifest";

/** How many numbers may have been given beyond the last that was issued without standing in the file: signed, not yet out. */
const mostUnseen = 50;

/**
 * What an editor cannot take out again is the operator's to restore: void, recalled and corrected numbers, which stay
 * for ever, and those of a year in which numbers are still given (unarchive leads from `archived` alone).
 */
export function refuseLastingOnes({ year, issues }: Manifest): void {
  const isOver = year < Number(today().slice(0, 4));
  if (!isOver || issues.some(({ state }) => state !== "standing"))
    throw new Refusal("yearFileOperator", { field: "file" });
}

/**
 * Void, recalled and corrected numbers raise a counter for good. Refused: one that lies further beyond the last
 * number that stands, here or in the file, than numbers can be given without being issued; whoever forged it would
 * have the office skip all those before it.
 */
export async function refuseLeaps({ publications, issues }: Manifest): Promise<void> {
  for (const { name } of publications) {
    // One that is not here has given no number yet.
    const publicationId = (await db.publication.findUnique({ where: { name }, select: { id: true } }))?.id ?? null;
    const all = issues.filter(({ publication }) => publication === name);
    for (const series of ["regular", "supplement"] as const) {
      const own = all.filter((issue) => issue.series === series);
      const [first] = own;
      if (!first) continue;
      const given = await lastGiven(publicationId, series, first.year);
      if (leaps(own, given, ({ number, lastNumber }) => lastNumber ?? number)) throw broken(manifestName);
    }
    const counted = all.filter(({ total }) => total !== null);
    const total = await lastGiven(publicationId, "total", 0);
    // A running total that began before all that is here can be any: nothing tells where it stood.
    const isKnown = total > 0 || counted.some(isStanding);
    if (isKnown && leaps(counted, total, (issue) => issue.total ?? 0)) throw broken(manifestName);
  }
}

function leaps(issues: ManifestIssue[], given: number, of: (issue: ManifestIssue) => number): boolean {
  const top = issues.filter(isStanding).reduce((last, issue) => Math.max(last, of(issue)), given);
  const others = issues.filter((issue) => !isStanding(issue));
  return others.some((issue) => of(issue) > top + others.length + mostUnseen);
}

const isStanding = ({ state }: ManifestIssue) => state === "standing";

async function lastGiven(publicationId: string | null, series: string, year: number): Promise<number> {
  if (publicationId === null) return 0;
  const key = { publicationId, series, year };
  return (await db.counter.findUnique({ where: { publicationId_series_year: key } }))?.last ?? 0;
}
