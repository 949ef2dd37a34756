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
    select: { entries: { select: { headline: true } } },
  });
  const counts = new Map<string, number>();
  for (const { entries } of recent)
    for (const noun of nounsOf(entries.map(({ headline }) => headline.join("")).join("\n")))
      counts.set(noun, (counts.get(noun) ?? 0) + 1);
  const here = headlines.join("\n");
  return [...counts]
    .filter(([noun, count]) => count >= often && !everywhere.has(noun) && !here.includes(noun))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, shown)
    .map(([noun]) => noun);
}
