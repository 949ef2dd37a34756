import { fixed, type Piece } from "@/app/document/pieces";
import type { unreadIn } from "@/bulletin/post/reading";
import { issueCard } from "@/components/IssueCard";
import { html } from "@/components/markup";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { contentsOf } from "./contents";
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
export function trayOf({ waiting: { unread }, readToday, issueId, text, within, locale }: Props): Piece[] {
  const say = sayIn(locale, "reading");
  const title = { text: say("waitingToday") };
  const cards = unread.map(({ issue, deliveredAt: at }) => {
    const href = `/reading/${issue.id}${within}`;
    const card = issueCard(locale, { issue, at, href, look: "tray", current: issue.id === issueId });
    return html`<li class="border-b border-line-2">${card}</li>`;
  });
  const list = cards.length
    ? fixed(html`<ul>${cards}</ul>`)
    : html`<p class="px-7 py-4 text-ink-3">${{ text: say("nothingNew") }}</p>`;
  const today =
    readToday > 0
      ? html`<p class="px-7 py-4 text-ink-3">${{ text: say("readToday", { count: readToday }) }}</p>`
      : html``;
  return [
    html`<aside data-part="tray" aria-label="${title}" class="noprint sticky top-0 h-dvh self-start overflow-y-auto border-r border-line-2 bg-paper pb-28 max-[1000px]:hidden"><h2 class="border-b border-line-2 px-7 py-3 font-bold">${title}</h2>`,
    ...[list, today, ...contentsOf({ text, locale, at: "side" })],
    html`</aside>`,
  ];
}
