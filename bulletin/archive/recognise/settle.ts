import { paragraphsOf } from "../../text/plain";
import { openingDayOf } from "./days";
import type { RecognisedIssue } from "./recognised";

/** What can be said of entries once the whole issue is known: their days, in the year of its date. */
export function settle(issue: RecognisedIssue): void {
  const day = issue.date ?? (issue.year === null ? null : `${issue.year}-12-31`);
  for (const entry of issue.sections.flatMap(({ entries }) => entries)) {
    const first = paragraphsOf(entry.blocks.slice(0, 4).filter(({ type }) => type === "paragraph"))[0] ?? "";
    entry.date = openingDayOf(first, day) ?? (entry.dateline ? openingDayOf(entry.dateline, day) : null);
    if (entry.title.length || entry.kicker || entry.dateline) entry.kind = "story";
  }
}
