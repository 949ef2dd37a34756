import type { unreadIn } from "@/bulletin/post/reading";
import { issueCard } from "@/components/IssueCard";
import { Laid } from "@/components/Laid";
import { html } from "@/components/markup";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import type { SignedText } from "./signedText";

type Props = {
  waiting: Awaited<ReturnType<typeof unreadIn>>;
  readToday: number;
  issueId: string;
  text: SignedText;
  within: string;
  locale: Language;
};

/** What waits today, with the issue that is open; of a long one its contents. Beside the text on a tablet or a wall screen. */
export function Tray({ waiting: { unread }, readToday, issueId, text, within, locale }: Props) {
  const [say, read] = [sayIn(locale, "reading"), sayIn(locale, "read")];
  const cards = unread.map(({ issue, deliveredAt: at }) => {
    const href = `/reading/${issue.id}${within}`;
    const card = issueCard(locale, { issue, at, href, look: "tray", current: issue.id === issueId });
    return html`<li class="border-b border-line-2">${card}</li>`;
  });
  return (
    <aside
      aria-label={say("waitingToday")}
      className="noprint sticky top-0 h-dvh self-start overflow-y-auto border-r border-line-2 bg-paper pb-28 max-[1000px]:hidden"
    >
      <h2 className="border-b border-line-2 px-7 py-3 font-bold">{say("waitingToday")}</h2>
      {cards.length ? (
        <Laid tag="ul" html={html`${cards}`} />
      ) : (
        <p className="px-7 py-4 text-ink-3">{say("nothingNew")}</p>
      )}
      {readToday > 0 && <p className="px-7 py-4 text-ink-3">{say("readToday", { count: readToday })}</p>}
      {text.stories.length > 1 && (
        <details className="px-7">
          <summary className="inline-flex min-h-11 list-none items-center font-bold">{read("contents")}</summary>
          <Laid html={text.contents} />
        </details>
      )}
    </aside>
  );
}
