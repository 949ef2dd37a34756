import type { ContentEntry } from "@/bulletin/press/content";
import { BlocksOf } from "@/components/Blocks";
import { Headline } from "@/components/Headline";
import { formatDay } from "@/lib/dates";
import type { Say } from "@/lib/say";

type Props = { entry: ContentEntry; locale: string; say: Say<"sheet"> };

/** One story as it was signed: its headline, from where and when, its text. */
export function EntryView({ entry, locale, say }: Props) {
  const { headline, office, date, kind, blocks, placing } = entry;
  return (
    <>
      {placing?.kicker && <p className="bulletin text-center text-[max(20px,0.87em)] text-ink-2">{placing.kicker}</p>}
      {/* 30/44 over a text of 23 px, and grows and shrinks with it. */}
      <Headline lines={headline} level="h3" className="mb-2 text-center text-[1.3em] leading-[1.46]" />
      {placing?.deck && <p className="bulletin mb-2 text-center text-[max(20px,0.87em)] text-ink-2">{placing.deck}</p>}
      {placing?.dateline && <p className="mb-2 text-center font-sans text-lead text-ink-3">{placing.dateline}</p>}
      {kind === "story" && (office || date) && (
        <p className="mb-4 flex justify-center gap-x-4 border-b border-line pb-3 font-sans text-lead text-ink-3">
          {office && <span>{office}</span>}
          {date && <span>{formatDay(date, locale)}</span>}
        </p>
      )}
      <div data-text className="[&_figcaption]:text-lead [&_table]:text-lead">
        <BlocksOf blocks={blocks} credit={(name) => say("credit", { name })} />
      </div>
    </>
  );
}
