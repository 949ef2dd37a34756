import { db } from "@/lib/db";
import { nounsOf } from "@/typesetting/headline/words";

const issuesBack = 8;
/** A subject of so many of them is one that readers are used to. */
const often = 3;
const shown = 5;

/** They stand in every bulletin and say nothing of its subject. */
const everywhere = new Set(
  "委员 委员会 会议 座谈会 协商会 主席 副主席 秘书长 政协 办公室 调研 工作 活动 情况 建议 提案 专题 发展".split(" "),
);

/** Subjects of the headlines of recent issues that stand in none of these headlines, those met most often first. */
export async function absentTopics(publicationId: string, headlines: string[]): Promise<string[]> {
  const recent = await db.issue.findMany({
    where: { publicationId, state: "distributed" },
    orderBy: { distributedAt: "desc" },
    take: issuesBack,
    select: { id: true },
  });
  const counts = await subjectsOf(
    publicationId,
    recent.map(({ id }) => id),
  );
  const here = headlines.join("\n");
  return [...counts]
    .filter(([noun, count]) => count >= often && !everywhere.has(noun) && !here.includes(noun))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, shown)
    .map(([noun]) => noun);
}

type Subjects = { issues: string; counts: Promise<Map<string, number>> };
const kept = new Map<string, Subjects>();

/** In how many of these issues each subject stands. They are out and do not change: it is worked out when one more is. */
function subjectsOf(publicationId: string, issueIds: string[]): Promise<Map<string, number>> {
  const issues = issueIds.join(" ");
  const before = kept.get(publicationId);
  if (before?.issues === issues) return before.counts;
  const counts = countIn(issueIds);
  // What could not be worked out is tried again.
  counts.catch(() => kept.delete(publicationId));
  kept.set(publicationId, { issues, counts });
  return counts;
}

async function countIn(issueIds: string[]): Promise<Map<string, number>> {
  const entries = await db.entry.findMany({
    where: { issueId: { in: issueIds } },
    select: { issueId: true, headline: true },
  });
  const counts = new Map<string, number>();
  for (const of of Map.groupBy(entries, ({ issueId }) => issueId).values())
    for (const noun of nounsOf(of.map(({ headline }) => headline.join("")).join("\n")))
      counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return counts;
}
