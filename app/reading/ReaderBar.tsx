import { SearchLink } from "@/app/document/SearchLink";
import { maySearch, principalsOf } from "@/bulletin/policy";
import { firstTray } from "@/bulletin/post/trays";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { html } from "@/components/markup";
import type { Actor } from "@/lib/actor";
import { formatDay, today } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

type Props = {
  actor: Actor;
  of: string | null;
  locale: Language;
  /** How many issues wait in the tray, and how many notices are new. */
  waiting: number;
  notices: number;
  className?: string;
};

/** Above the reading page: whose tray, how much waits, which day it is. Nothing to learn. */
export function ReaderBar({ actor, of, locale, waiting, notices, className = "" }: Props) {
  const [say, nav] = [sayIn(locale, "reading"), sayIn(locale, "nav")];
  const accountId = of ?? firstTray(actor);
  const name = principalsOf(actor).find(({ id }) => id === accountId)?.name;
  const whose = name
    ? say("waitingFor", { name, count: waiting })
    : say("waiting", { name: actor.name, count: waiting });
  const told = notices ? nav("newNotices", { count: notices }) : nav("notices");
  const count = notices ? html`<span>${{ text: String(notices) }}</span>` : html``;
  return (
    <div
      data-part="bar"
      className={`noprint h-16 items-center gap-6 border-b border-line-2 bg-paper px-7 text-lead ${className}`}
    >
      <Made
        className="contents"
        html={html`<a href="/" class="inline-flex min-h-11 items-center font-serif text-[30px] font-black tracking-wide text-vermilion">${{ text: nav("mark") }}</a><span class="whitespace-nowrap">${{ text: whose }}</span><span class="ml-auto whitespace-nowrap text-ink-2">${{ text: formatDay(today(), locale) }}</span>`}
      />
      {maySearch(actor) && <SearchLink accountId={actor.id} locale={locale} large />}
      <Made
        className="contents"
        html={html`<a href="/reading#read" class="inline-flex min-h-11 items-center whitespace-nowrap">${{ text: say("past") }}</a><a href="/notices" aria-label="${{ text: told }}" class="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5">${iconMarkup("Bell", 24)}${count}</a>`}
      />
    </div>
  );
}
