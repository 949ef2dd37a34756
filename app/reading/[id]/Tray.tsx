import { getTranslations } from "next-intl/server";
import { readSince, type unreadIn } from "@/bulletin/post/reading";
import type { Content } from "@/bulletin/press/content";
import { titleOf } from "@/bulletin/text/plain";
import { IssueCard } from "@/components/IssueCard";
import { momentOf, today } from "@/lib/dates";
import { placeOfStory } from "./placeOfStory";

type Props = {
  waiting: Awaited<ReturnType<typeof unreadIn>>;
  issue: { id: string; content: Content };
  within: string;
  locale: string;
  accountId: string;
};

/** What waits today, with the issue that is open; of a long one its contents. Beside the text on a tablet or a wall screen. */
export async function Tray({ waiting: { unread }, issue, within, accountId }: Props) {
  const [say, read, readToday] = await Promise.all([
    getTranslations("reading"),
    getTranslations("read"),
    readSince(accountId, momentOf(today(), "00:00")),
  ]);
  const entries = issue.content.sections.flatMap((section) => section.entries);
  return (
    <aside
      aria-label={say("waitingToday")}
      className="noprint sticky top-0 h-dvh self-start overflow-y-auto border-r border-line-2 bg-paper pb-28 max-[1000px]:hidden"
    >
      <h2 className="border-b border-line-2 px-7 py-3 font-bold">{say("waitingToday")}</h2>
      {unread.length ? (
        <ul>
          {unread.map(({ id, issue: each, deliveredAt }) => (
            <li key={id} className="border-b border-line-2">
              <IssueCard
                issue={each}
                at={deliveredAt}
                href={`/reading/${each.id}${within}`}
                look="tray"
                current={each.id === issue.id}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="px-7 py-4 text-ink-3">{say("nothingNew")}</p>
      )}
      {readToday > 0 && <p className="px-7 py-4 text-ink-3">{say("readToday", { count: readToday })}</p>}
      {entries.length > 1 && (
        <details className="px-7">
          <summary className="inline-flex min-h-11 list-none items-center font-bold">{read("contents")}</summary>
          <ol>
            {entries.map((entry) => (
              <li key={entry.id} className="border-b border-line">
                <a href={`#${placeOfStory(entry.id)}`} className="block py-2.5 hover:underline">
                  {titleOf(entry, 26)}
                </a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </aside>
  );
}
