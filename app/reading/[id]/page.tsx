import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { readingOf } from "@/bulletin/post/readingOf";
import type { ContentEntry } from "@/bulletin/press/content";
import { titleOf } from "@/bulletin/text/plain";
import { ActForm } from "@/components/ActForm";
import { Blocks } from "@/components/Blocks";
import { Downloads } from "@/components/Downloads";
import { Headline } from "@/components/Headline";
import { IssueFoot } from "@/components/IssueFoot";
import { formatDay, formatMasthead, formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { acknowledgeAction } from "./actions";
import { Opened } from "./Opened";
import { SizeChoice } from "./SizeChoice";
import { isSize, type Size, sizeCookie } from "./size";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const { content } = await seen(readingOf(actor, id));
  const name = await getTranslations("issueName");
  return { title: `${content.publication} ${name(content.series, { number: content.number })}` };
}

const sizes: Record<Size, string> = {
  small: "text-[18px] leading-[33px]",
  middle: "text-[20px] leading-[37px]",
  large: "text-[25px] leading-[46px]",
};

/** A page made for reading: contents at the left, the issue as it was signed, the receipt under the thumb. */
export default async function ReadingPage({ params }: Props) {
  const [actor, { id }, jar] = await Promise.all([requireActor(), params, cookies()]);
  const { content, delivery, previous, next } = await seen(readingOf(actor, id));
  const [say, name, sheet, locale] = await Promise.all([
    getTranslations("read"),
    getTranslations("issueName"),
    getTranslations("sheet"),
    getLocale(),
  ]);
  const mark = content.page?.sectionMark ?? "※";
  const chosen = jar.get(sizeCookie)?.value ?? "";
  const size = isSize(chosen) ? chosen : "middle";
  const count = content.sections.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className="min-h-dvh bg-sheet pb-24">
      {delivery && !delivery.openedAt && <Opened issueId={id} />}
      <header className="noprint sticky top-0 z-10 flex min-h-14 flex-wrap items-center gap-x-4 border-b border-line-2 bg-paper px-8 max-sm:px-3">
        <Link
          prefetch={false}
          href="/reading"
          className="inline-flex min-h-11 items-center gap-1 text-ink-2"
          aria-label={say("back")}
        >
          <ChevronLeft size={20} aria-hidden />
          <span className="max-sm:hidden">{say("back")}</span>
        </Link>
        <h1 className="flex items-baseline gap-3 font-serif">
          <span className="text-lead font-black text-vermilion">{content.publication}</span>
          <b>{name(content.series, { number: content.number })}</b>
        </h1>
        <span className="text-ink-3 max-sm:hidden">{formatDay(content.date, locale)}</span>
        <div className="ml-auto flex flex-wrap items-center gap-x-6">
          <Downloads issueId={id} />
          <SizeChoice size={size} />
        </div>
      </header>
      <div className="lg:grid lg:grid-cols-[312px_minmax(0,1fr)]">
        <Contents sections={content.sections} say={{ title: say("contents"), count: say("count", { count }) }} />
        <main className={`mx-auto w-full max-w-[760px] px-6 py-6 ${sizes[size]}`}>
          {content.marking === "internal" && <p className="font-sans text-body font-bold">{sheet("internal")}</p>}
          <p className="bulletin flex flex-wrap justify-between border-b-[3px] border-pagered pb-1 text-body">
            <span>{content.issuer}</span>
            <span>{formatMasthead(content.date)}</span>
          </p>
          {content.editorNote && (
            <p className="bulletin mt-6 border border-line-2 px-4 py-2">
              <b>{sheet("editorNote")}</b>
              {content.editorNote}
            </p>
          )}
          {content.sections.map((section) => (
            <section key={section.title}>
              {content.layout === "weekly" && (
                <h2 className="headline mt-10 text-center text-lead text-vermilion">{`${mark}${section.title}${mark}`}</h2>
              )}
              {section.entries.map((entry) => (
                <EntryView key={entry.id} entry={entry} />
              ))}
            </section>
          ))}
          <IssueFoot content={content} />
        </main>
      </div>
      <footer className="noprint fixed inset-x-0 bottom-0 z-10 flex min-h-[68px] items-center gap-3 border-t border-line-2 bg-paper px-8 py-2 max-sm:px-4 lg:pl-[344px]">
        {delivery &&
          (delivery.acknowledgedAt ? (
            <p role="status" className="text-green">
              {say("acknowledged", { at: formatMoment(delivery.acknowledgedAt, locale, { record: true }) })}
            </p>
          ) : (
            <ActForm action={acknowledgeAction as never} hidden={{ id }} submit={say("acknowledge")} tone="primary" />
          ))}
        <nav aria-label={say("others")} className="ml-auto flex items-center gap-2">
          {previous && (
            <Link
              prefetch={false}
              href={`/reading/${previous}`}
              rel="prev"
              className="inline-flex min-h-11 items-center gap-1 px-2"
            >
              <ChevronLeft size={20} aria-hidden />
              {say("previous")}
            </Link>
          )}
          {next && (
            <Link
              prefetch={false}
              href={`/reading/${next}`}
              rel="next"
              className="inline-flex min-h-11 items-center gap-1 px-2"
            >
              {say("next")}
              <ChevronRight size={20} aria-hidden />
            </Link>
          )}
        </nav>
      </footer>
    </div>
  );
}

function EntryView({ entry }: { entry: ContentEntry }) {
  return (
    <section id={`entry-${entry.id}`} className="mt-6 scroll-mt-20">
      <Headline lines={entry.headline} level="h3" className="mb-3 text-center text-[1.25em] leading-[1.5]" />
      <Blocks blocks={entry.blocks} />
    </section>
  );
}

type ContentsProps = { sections: { title: string; entries: ContentEntry[] }[]; say: { title: string; count: string } };

function Contents({ sections, say }: ContentsProps) {
  const list = (
    <ol>
      {sections.map(({ title, entries }) => (
        <li key={title}>
          <p className="pt-3 font-serif font-bold text-vermilion">{title}</p>
          <ol>
            {entries.map((entry) => (
              <li key={entry.id}>
                <a href={`#entry-${entry.id}`} className="block py-2 leading-6 hover:underline">
                  {titleOf(entry, 26)}
                </a>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav
        aria-label={say.title}
        className="noprint sticky top-14 max-h-[calc(100dvh-56px)] self-start overflow-y-auto border-r border-line-2 bg-paper px-8 py-5 pb-24 max-lg:hidden"
      >
        <h2 className="font-bold">
          {say.title}
          <span className="ml-3 font-normal text-ink-3">{say.count}</span>
        </h2>
        {list}
      </nav>
      <details className="noprint border-b border-line-2 bg-paper px-6 lg:hidden">
        <summary className="texttool flex min-h-11 list-none items-center">{`${say.title}　${say.count}`}</summary>
        {list}
      </details>
    </>
  );
}
