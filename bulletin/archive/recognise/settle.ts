import { paragraphsOf } from "../../text/plain";
import { fullDayIn, openingDayOf } from "./days";
import { reportersIn } from "./entryFields";
import { isIssuer } from "./mastheadWords";
import type { RecognisedBlock, RecognisedIssue } from "./recognised";

/** What can be said of entries once the whole issue is known: their days, in the year of its date. */
export function settle(issue: RecognisedIssue): void {
  signedInto(issue);
  const day = issue.date ?? (issue.year === null ? null : `${issue.year}-07-01`);
  for (const entry of issue.sections.flatMap(({ entries }) => entries)) {
    const first = paragraphsOf(entry.blocks.slice(0, 4).filter(({ type }) => type === "paragraph"))[0] ?? "";
    // Of a day without its month nothing is known where the issue has none.
    entry.date =
      openingDayOf(first, issue.date === null && !/月/.test(first.slice(0, 40)) ? null : day) ??
      (entry.dateline ? openingDayOf(entry.dateline, day) : null);
    if (!entry.reporters.length) entry.reporters.push(...signedBy(entry.blocks));
    if (entry.title.length || entry.kicker || entry.dateline) entry.kind = "story";
  }
}

/** …。（记者 李向阳） at the end of a text. */
function signedBy(blocks: RecognisedBlock[]): string[] {
  const last = blocks.findLast(({ type }) => type === "paragraph");
  const end = last && paragraphsOf([last])[0]?.slice(-40);
  const found =
    end && /[（(]\s*(?:本报)?(?:见习|特约|全媒体|融媒体?)?(?:记者|通讯员)[^（()）]{1,30}[）)]\s*$/.exec(end);
  return found ? reportersIn(found[0]) : [];
}

/** Where the masthead names no day, the last text does that an office signs with one: …办公室, 2020年5月11日. */
function signedInto(issue: RecognisedIssue): void {
  if (issue.date !== null) return;
  const blocks = issue.sections.at(-1)?.entries.at(-1)?.blocks ?? [];
  const [office = "", last = ""] = paragraphsOf(blocks.slice(-2));
  const day = fullDayIn(last);
  if (!day || last.slice(0, day.from).trim() || last.slice(day.to).trim() || !isIssuer(office)) return;
  issue.date = day.day;
  issue.year ??= Number(day.day.slice(0, 4));
  issue.issuer ??= office.replace(/\s+/g, "");
}
