import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Card } from "@/bulletin/post/cards";
import { formatMoment } from "@/lib/dates";
import { editionWords } from "./editionWords";

type Props = {
  issue: Card["issue"];
  at: Date | null;
  href: string;
  look: "large" | "tray" | "plain";
  current?: boolean;
};

/** An issue as a card: its name, its first headlines, when it came, how many pages. One large touch. */
export function IssueCard({ issue, at, href, look, current = false }: Props) {
  const say = useTranslations("reading");
  const name = useTranslations("issueName");
  const locale = useLocale();
  const { publication, series, number, edition, titles, pages, _count } = issue;
  const isLarge = look !== "plain";
  return (
    <Link
      prefetch={false}
      href={href}
      aria-current={current ? "page" : undefined}
      className={`inside block hover:bg-sunk ${look === "large" ? "px-4 py-5" : look === "tray" ? "border-l-4 py-4 pr-5 pl-6 aria-[current=page]:border-vermilion aria-[current=page]:bg-sheet" : "min-h-11 py-2 text-lead"} ${look === "tray" && !current ? "border-transparent" : ""}`}
    >
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className={`font-serif font-black text-vermilion ${isLarge ? "text-title" : ""}`}>
          {publication.name}
        </span>
        <b className={`font-serif ${isLarge ? "text-lead" : ""}`}>
          {name(series, { number: number ?? 0 })}
          {edition > 1 && <span className="ml-2">{editionWords(name, edition)}</span>}
        </b>
        {look === "plain" && <span className="ml-auto text-ink-3">{at && formatMoment(at, locale)}</span>}
      </span>
      {isLarge ? (
        <span className="grid text-lead">
          {titles.map((title) => (
            <span key={title} className="flex gap-3 before:mt-[13px] before:size-1.5 before:flex-none before:bg-ink-3">
              {title}
            </span>
          ))}
        </span>
      ) : (
        <span className="text-ink-2">{titles[0]}</span>
      )}
      {isLarge && (
        <span className="flex flex-wrap gap-x-5 text-lead text-ink-3">
          {at && <span>{cameAt(at, locale, say)}</span>}
          {_count.entries > titles.length && <span>{say("more", { count: _count.entries })}</span>}
          {pages && <span>{say("pages", { count: pages })}</span>}
        </span>
      )}
    </Link>
  );
}

/** 今天 14:00, otherwise the day. */
function cameAt(at: Date, locale: string, say: (key: "today", values: { time: string }) => string): string {
  const moment = formatMoment(at, locale);
  return /^\d\d:\d\d$/.test(moment) ? say("today", { time: moment }) : moment;
}
