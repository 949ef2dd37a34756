import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { placesOf } from "../places";
import { ask, readableIssues } from "../policy";
import { asCards } from "../post/cards";
import { id } from "../text/fields";

export const shelfFilter = z.object({
  publication: id.nullable().catch(null),
  year: z.coerce.number().int().min(1900).max(2200).nullable().catch(null),
});

/** Most issues of one publication in one year: a daily, and supplements. */
const mostAYear = 500;

/**
 * All that the person may read, as it stands on a shelf: a publication, a year, its numbers. What was
 * read in stands among what was signed here. Without a choice, the latest year of the first publication
 * that has something for them.
 */
export async function shelf(actor: Actor, { publication, year }: z.output<typeof shelfFilter>) {
  ask(placesOf(actor).includes("archive"));
  const sight = { AND: [readableIssues(actor), { number: { not: null } }] };
  const held = await db.issue.groupBy({ by: ["publicationId", "year"], where: sight, _count: true });
  const publications = await db.publication.findMany({
    where: { id: { in: held.map(({ publicationId }) => publicationId) } },
    orderBy: { order: "asc" },
    select: { id: true, name: true },
  });
  const chosen = publications.find((each) => each.id === publication) ?? publications[0];
  const years = held
    .filter(({ publicationId }) => publicationId === chosen?.id)
    .map((each) => ({ year: each.year, count: each._count }))
    .sort((a, b) => b.year - a.year);
  const shown = years.some((each) => each.year === year) ? year : (years[0]?.year ?? null);
  if (!chosen || shown === null) return { publications, publication: null, years, year: null, issues: [] };
  const rows = await db.issue.findMany({
    where: { AND: [sight, { publicationId: chosen.id, year: shown }] },
    orderBy: [{ series: "asc" }, { number: "desc" }, { edition: "desc" }, { twin: "asc" }],
    take: mostAYear,
    select: { id: true, contentHash: true, state: true, lastNumber: true, total: true },
  });
  const named = rows.map(({ id: issueId, ...row }) => ({ ...row, issueId, publication: chosen.name }));
  const issues = (await asCards(named)).map(({ issue, state, lastNumber, total }) => ({
    ...issue,
    ...{ state, lastNumber, total },
  }));
  return { publications, publication: chosen, years, year: shown, issues };
}
