import type { CardIssue } from "@/bulletin/post/cards";
import { formatMoment, today } from "@/lib/dates";
import { Kept } from "@/lib/kept";
import type { Language } from "@/lib/languages";
import { type Say, sayIn } from "@/lib/say";
import { editionWords } from "./editionWords";
import { type Html, html, markup } from "./markup";

type Look = "large" | "tray" | "plain";

type Given = { issue: CardIssue; at: Date | null; href: string; look: Look; current?: boolean };

const kept = new Kept<Html>(10_000);
const moments = new Kept<string>(10_000);

/**
 * An issue as a card: its name, its first headlines, when it came, how many pages. One large touch. What stands
 * on it is the same for all who have it, so it is made once.
 */
export function issueCard(locale: Language, { issue, at, href, look, current = false }: Given): Html {
  const when = at ? whenOf(locale, at, look) : "";
  const inside = kept.have(`${look} ${locale} ${when} ${issue.key}`, () =>
    markup(
      <Inside issue={issue} when={when} look={look} say={sayIn(locale, "reading")} name={sayIn(locale, "issueName")} />,
    ),
  );
  const here = current ? html` aria-current="page"` : html``;
  return html`<a href="${{ text: href }}"${here} class="${{ text: lookOf(look, current) }}">${inside}</a>`;
}

/** 今天 14:00, otherwise the day. */
function whenOf(locale: Language, at: Date, look: Look): string {
  return moments.have(`${at.getTime()} ${locale} ${look === "plain"} ${today()}`, () => shownAt(locale, at, look));
}

function shownAt(locale: Language, at: Date, look: Look): string {
  const moment = formatMoment(at, locale);
  const isToday = look !== "plain" && /^\d\d:\d\d$/.test(moment);
  return isToday ? sayIn(locale, "reading")("today", { time: moment }) : moment;
}

function lookOf(look: Look, current: boolean): string {
  const looks: Record<Look, string> = {
    large: "py-5",
    tray: `border-l-4 py-4 pr-5 pl-6 ${current ? "border-vermilion bg-sheet" : "border-transparent"}`,
    plain: "min-h-11 py-2 text-lead",
  };
  return `inside block hover:bg-sunk ${looks[look]}`;
}

type Props = { issue: CardIssue; when: string; look: Look; say: Say<"reading">; name: Say<"issueName"> };

function Inside({ issue, when, look, say, name }: Props) {
  const { publication, series, number, edition, titles, pages, entries } = issue;
  const isLarge = look !== "plain";
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className={`font-serif font-black text-vermilion ${isLarge ? "text-title" : ""}`}>{publication}</span>
        <b className={`font-serif ${isLarge ? "text-lead" : ""}`}>
          {name(series, { number })}
          {edition > 1 && <span className="ml-2">{editionWords(name, edition)}</span>}
        </b>
        {look === "plain" && <span className="ml-auto text-ink-3">{when}</span>}
      </span>
      {isLarge ? (
        <span className="grid text-lead">
          {titles.map((title) => (
            <span key={title} className="titleline">
              {title}
            </span>
          ))}
        </span>
      ) : (
        <span className="text-ink-2">{titles[0]}</span>
      )}
      {isLarge && (
        <span className="flex flex-wrap gap-x-5 text-lead text-ink-3">
          {when && <span>{when}</span>}
          {entries > titles.length && <span>{say("more", { count: entries })}</span>}
          {pages && <span>{say("pages", { count: pages })}</span>}
        </span>
      )}
    </>
  );
}
