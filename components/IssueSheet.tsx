import { useTranslations } from "next-intl";
import type { Content, ContentEntry } from "@/bulletin/press/content";
import { formatMasthead } from "@/lib/dates";
import { Blocks } from "./Blocks";
import { Headline } from "./Headline";
import { IssueFoot } from "./IssueFoot";

/** An issue as one white sheet: masthead, sections, foot. */
export function IssueSheet({ content, tentative = false }: { content: Content; tentative?: boolean }) {
  const say = useTranslations("sheet");
  return (
    <article className="bulletin mx-auto max-w-[820px] border border-line-2 bg-white px-[13%] py-[11%] text-[17px] leading-[31px] text-ink max-sm:px-5">
      <header className="text-center">
        {content.marking === "internal" && (
          <p className="text-left! font-sans font-bold indent-0!">{say("internal")}</p>
        )}
        {content.region && <p className="text-center! font-black text-pagered indent-0! text-lead">{content.region}</p>}
        <p className="text-center! indent-0! text-[52px] leading-[1.4] font-black tracking-[0.16em] text-pagered">
          {content.publication}
        </p>
        <p className="text-center! indent-0!">
          {say(content.series, { number: content.number })}
          {tentative && <span className="text-ink-3">{say("tentative")}</span>}
          {content.total !== null && say("total", { total: content.total })}
        </p>
        <div className="mt-2 flex flex-wrap justify-between border-b-[3px] border-pagered px-4 pb-1.5">
          <span>{content.issuer}</span>
          <span>{formatMasthead(content.date)}</span>
        </div>
      </header>
      {content.editorNote && (
        <p className="mt-6 border border-line-2 px-4 py-2">
          <b>{say("editorNote")}</b>
          {content.editorNote}
        </p>
      )}
      {content.sections.map((section) => (
        <section key={section.title} className="mt-8">
          {content.layout === "weekly" && (
            <h2 className="text-center font-sans text-lead font-bold">
              <span className="text-pagered">※</span> {section.title} <span className="text-pagered">※</span>
            </h2>
          )}
          {section.entries.map((entry) => (
            <EntryView key={entry.id} entry={entry} />
          ))}
        </section>
      ))}
      {!content.sections.length && <p className="py-16 text-center! indent-0! text-ink-3">{say("empty")}</p>}
      <IssueFoot content={content} />
    </article>
  );
}

function EntryView({ entry }: { entry: ContentEntry }) {
  return (
    <section id={`entry-${entry.id}`} className="mt-5 scroll-mt-6 target:flash">
      <Headline lines={entry.headline} level="h3" className="mb-3 text-center text-[22px] leading-[34px]" />
      <Blocks blocks={entry.blocks} />
    </section>
  );
}
