import type { Actor } from "@/lib/actor";
import { addDays, type Day, fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { has, workedIssues } from "../../policy";
import { itemIdsOf } from "../../sources";
import { isFrozen } from "../../workflow";
import { lastDayOut } from "./issuesOut";
import { absentTopics } from "./topics";

/**
 * What an issue in work still lacks: the offices that sent nothing for its period, those that sent and are not in
 * it, its empty sections, and what recent issues kept coming back to. Null for one that is signed, or that covers
 * no period (a flash). Offices stand in the order of the roster; the house's own is not asked.
 */
export async function coverageOf(actor: Actor, issueId: string) {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id: issueId }, workedIssues(actor)] },
    select: { state: true, publicationId: true, periodFrom: true, correctsId: true },
  });
  if (!issue) throw missing();
  const { publicationId, periodFrom } = issue;
  if (isFrozen(issue.state) || !periodFrom || issue.correctsId) return null;
  const [sections, lastOut] = await Promise.all([sectionsIn(issueId), lastDayOut(publicationId)]);
  const since = sinceOf(fromColumn(periodFrom), lastOut);
  const sent = await sentSince(publicationId, since);
  const inIssue = new Set(sections.flatMap(({ officeIds }) => officeIds));
  const offices = await db.office.findMany({
    where: { closedAt: null, kind: { not: "secretariat" } },
    orderBy: [{ kind: "asc" }, { order: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true, phone: true },
  });
  const current = await db.section.findMany({ where: { publicationId, retiredAt: null } });
  const idOf = new Map(current.map(({ id, title }) => [title, id]));
  return {
    ...{ publicationId, since, until: today(), mayAdopt: has(actor, "editor") },
    silent: offices.filter(({ id }) => !sent.has(id) && !inIssue.has(id)),
    unused: offices.flatMap((office) => {
      const counts = sent.get(office.id);
      return counts && !inIssue.has(office.id) ? { ...office, ...counts } : [];
    }),
    sections: sections.flatMap(({ title, headlines }) =>
      headlines.length ? [] : { title, id: idOf.get(title) ?? null },
    ),
    topics: await absentTopics(
      publicationId,
      sections.flatMap(({ headlines }) => headlines),
    ),
  };
}

export type Coverage = NonNullable<Awaited<ReturnType<typeof coverageOf>>>;

/** From the beginning of its period; what came for it before, after the last issue had gone out, is for it as well. */
function sinceOf(periodFrom: Day, lastOut: Day | null): Day {
  const after = lastOut && addDays(lastOut, 1);
  return after && after < periodFrom ? after : periodFrom;
}

type InSection = { title: string; headlines: string[]; officeIds: string[] };

/** What stands in each section of an issue: the headline of each entry, and the offices of their items. No texts. */
function sectionsIn(issueId: string): Promise<InSection[]> {
  return db.$queryRaw<InSection[]>`
    SELECT s.title, ARRAY(SELECT array_to_string(e.headline, '') FROM "Entry" e WHERE e."sectionId" = s.id) AS headlines,
      ARRAY(SELECT i."officeId"::text FROM "Entry" e, ${itemIdsOf} x JOIN "Item" i ON i.id = x."itemId"
        WHERE e."sectionId" = s.id) AS "officeIds"
    FROM "IssueSection" s WHERE s."issueId" = ${issueId}::uuid ORDER BY s."order", s.id`;
}

/** How much each office sent for the publication, and how much of it still waits at the desk. */
async function sentSince(publicationId: string, since: Day): Promise<Map<string, { sent: number; waiting: number }>> {
  const rows = await db.$queryRaw<{ officeId: string; sent: number; waiting: number }[]>`
    SELECT sent."officeId"::text AS "officeId", count(*)::int AS sent,
      count(*) FILTER (WHERE item.state = 'submitted')::int AS waiting
    FROM "SentItem" AS sent JOIN "Item" AS item ON item.id = sent."itemId"
    WHERE sent."publicationId" = ${publicationId}::uuid AND sent.day >= ${since}::date AND NOT sent.withdrawn
    GROUP BY sent."officeId"`;
  return new Map(rows.map(({ officeId, ...counts }) => [officeId, counts]));
}
