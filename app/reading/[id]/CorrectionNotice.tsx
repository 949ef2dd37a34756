import { isSecretariat } from "@/bulletin/policy";
import type { readingOf } from "@/bulletin/post/readingOf";
import { DifferenceText } from "@/components/DifferenceView";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { Notice } from "@/components/Notice";
import type { Actor } from "@/lib/actor";
import type { Language } from "@/lib/languages";
import { listed } from "@/lib/listed";
import { sayIn } from "@/lib/say";
import { placeOfStory } from "./placeOfStory";

type Props = { actor: Actor; locale: Language; issue: Awaited<ReturnType<typeof readingOf>> };

/** On a new edition: why, and what was changed. On an earlier one, which the secretariat alone still sees: that it is one. */
export function CorrectionNotice({ actor, locale, issue: { correction, newer, state } }: Props) {
  const say = sayIn(locale, "correction");
  return (
    <>
      {state === "corrected" && newer && (
        <div className="mb-5 text-lead">
          <Notice
            kind="warning"
            icon={<Made tag="span" html={iconMarkup("TriangleAlert", 20)} />}
            act={
              <a href={`/reading/${newer}`} className="texttool inline-flex min-h-11 items-center">
                {say("seeNewer")}
              </a>
            }
          >
            {say("earlier")}
          </Notice>
        </div>
      )}
      {correction?.isWithheld && (
        <div className="mb-5 text-lead">
          <Notice icon={<Made tag="span" html={iconMarkup("Info", 20)} />}>
            <b>{say("withheld")}</b>　{correction.reason}
          </Notice>
        </div>
      )}
      {correction && !correction.isWithheld && (
        <details className="mb-5 border border-line-2 border-l-4 border-l-indigo bg-paper px-5 py-2 font-sans text-lead [&_.text-edit]:text-lead">
          <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-4">
            <b>
              {say("title", { count: correction.entries.length + correction.added.length + correction.dropped.length })}
            </b>
            <span>{correction.reason}</span>
            <span className="texttool ml-auto">{say("show")}</span>
          </summary>
          {correction.added.length > 0 && <p>{say("added", { titles: listed(correction.added, locale) })}</p>}
          {correction.dropped.length > 0 && <p>{say("dropped", { titles: listed(correction.dropped, locale) })}</p>}
          {correction.entries.map(({ id, title, difference }) => (
            <div key={id} className="border-t border-line-2 py-3">
              <a href={`#${placeOfStory(id)}`} className="texttool inline-flex min-h-11 items-center font-bold">
                {title}
              </a>
              <DifferenceText
                say={sayIn(locale, "difference")}
                difference={{ ...difference, paragraphs: difference.paragraphs.filter((p) => p.changed) }}
              />
            </div>
          ))}
          {isSecretariat(actor) && (
            <a href={`/reading/${correction.earlierId}`} className="texttool inline-flex min-h-11 items-center">
              {say("seeEarlier")}
            </a>
          )}
        </details>
      )}
    </>
  );
}
