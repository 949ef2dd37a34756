import type { Prisma } from "@/generated/prisma/client";
import { fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";

/** An issue as a card: its name, its first headlines, its pages. */
export const issueSelect = {
  ...{ id: true, year: true, number: true, series: true, edition: true, date: true, distributedAt: true },
  publication: { select: { name: true } },
  file: { select: { pages: true } },
  _count: { select: { entries: true } },
} as const satisfies Prisma.IssueSelect;

export const cardSelect = {
  ...{ id: true, deliveredAt: true, openedAt: true, acknowledgedAt: true },
  issue: { select: issueSelect },
} as const satisfies Prisma.DeliverySelect;

type IssueRow = Prisma.IssueGetPayload<{ select: typeof issueSelect }>;
type Row = Prisma.DeliveryGetPayload<{ select: typeof cardSelect }>;

export type Card = Awaited<ReturnType<typeof asCards>>[number];

export async function asCards(rows: Row[]) {
  const issues = await asIssues(rows.map(({ issue }) => issue));
  return rows.map((row, at) => ({ ...row, issue: issues[at] as (typeof issues)[number] }));
}

export async function asIssues(rows: IssueRow[]) {
  const titles = await titlesOf(rows.map(({ id }) => id));
  return rows.map(({ file, ...issue }) => ({
    ...issue,
    date: fromColumn(issue.date),
    pages: file?.pages ?? null,
    titles: titles.get(issue.id) ?? [],
  }));
}

/** The first three headlines of each; the text of an entry only where it has none, as a brief. */
async function titlesOf(issueIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ issueId: string; headline: string[]; blocks: unknown }[]>`
    SELECT i.id AS "issueId", e.headline, e.blocks
    FROM unnest(${issueIds}::uuid[]) AS i(id)
    CROSS JOIN LATERAL (
      SELECT e.headline, CASE WHEN cardinality(e.headline) = 0 THEN e.blocks ELSE '[]'::jsonb END AS blocks,
        s."order" AS section, e."order", e.id
      FROM "Entry" e JOIN "IssueSection" s ON s.id = e."sectionId"
      WHERE e."issueId" = i.id ORDER BY s."order", e."order", e.id LIMIT 3
    ) e ORDER BY i.id, e.section, e."order", e.id`;
  const titles = new Map<string, string[]>();
  for (const { issueId, headline, blocks } of rows)
    titles.set(issueId, [...(titles.get(issueId) ?? []), titleOf({ headline, blocks: asBlocks(blocks) }, 24)]);
  return titles;
}
