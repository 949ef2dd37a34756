import { getTranslations } from "next-intl/server";
import type { RecognisedEntry, RecognisedIssue } from "@/bulletin/archive/recognise/recognised";
import type { Block } from "@/bulletin/text/model";
import { Blocks } from "@/components/Blocks";
import { formatMasthead } from "@/lib/dates";
import { placeOf } from "./placeOf";

/** What was recognised, in the form that it would have; each part leads to its line of the text. */
export async function Recognition({ issue }: { issue: RecognisedIssue }) {
  const [say, sheet] = await Promise.all([getTranslations("imports"), getTranslations("sheet")]);
  const { imprint } = issue;
  const number = issue.numbers.length > 1 ? `${issue.numbers[0]}—${issue.numbers.at(-1)}` : issue.numbers[0];
  const foot = [
    ["editors", imprint.editors.join("、")],
    ["reviewers", imprint.reviewers.join("、")],
    ["signer", imprint.signer],
    ["phone", imprint.phone],
    ["email", imprint.email],
    ["copies", imprint.copies === null ? null : String(imprint.copies)],
    ["printed", imprint.printed],
    ["footOther", imprint.other.join("　")],
  ] as const;
  return (
    <div className="bulletin pt-4">
      <p className="headline indent-0! text-center text-title text-vermilion">
        {[issue.region, issue.publication].filter(Boolean).join(" ")}
      </p>
      {number && (
        <p className="indent-0! text-center!">
          {sheet(issue.series, { number })}
          {issue.total !== null && sheet("total", { total: issue.total })}
        </p>
      )}
      <p className="flex flex-wrap justify-between gap-x-4 border-b-2 border-pagered pb-1 indent-0!">
        <span>{issue.issuer}</span>
        <span>{issue.date && formatMasthead(issue.date)}</span>
      </p>
      {[...issue.mastheadOther, ...issue.contents].map((line, at) => (
        <p key={at} className="text-ink-3">
          {line}
        </p>
      ))}
      {issue.editorNote.map((line, at) => (
        <p key={at} className="mt-3 border border-line-2 px-3 py-1">
          {line}
        </p>
      ))}
      {issue.sections.map((section, at) => (
        <section key={at}>
          {section.title && (
            <h2 className="headline mt-8 text-center text-lead text-vermilion">
              <a href={`#${placeOf(section.pieces[0])}`}>{section.title}</a>
            </h2>
          )}
          {section.entries.map((entry) => (
            <Entry
              key={entry.key}
              entry={entry}
              unsure={say("unsure", { confidence: `${Math.round(100 * entry.confidence)}%` })}
              again={say("labels.repetition")}
            />
          ))}
        </section>
      ))}
      <div className="mt-8 border-t border-ink pt-2">
        {issue.distribution.map(({ label, addressees }, at) => (
          <p key={at}>
            <b>{label}：</b>
            {addressees.join("，")}
          </p>
        ))}
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 border-t border-line-2 pt-2">
          {foot.map(([key, value]) =>
            value ? (
              <div key={key} className="contents">
                <dt className="font-sans text-ink-3">{say(`labels.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
    </div>
  );
}

function Entry({ entry, unsure, again }: { entry: RecognisedEntry; unsure: string; again: string }) {
  const { title, kicker, deck, dateline, reporters, jump, blocks, confidence, pieces } = entry;
  return (
    <article className="mt-6 border-l-2 border-line-2 pl-4">
      {kicker && <p className="text-center text-ink-2">{kicker}</p>}
      {title.length > 0 && (
        <h3 className="headline text-center text-lead">
          <a href={`#${placeOf(pieces[0])}`}>
            {title.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </a>
        </h3>
      )}
      {deck && <p className="text-center text-ink-2">{deck}</p>}
      {confidence < 0.6 && <p className="text-center font-sans text-ochre">{unsure}</p>}
      {(dateline || reporters.length > 0) && <p className="font-sans text-ink-3">{dateline ?? reporters.join("　")}</p>}
      {blocks.map(({ pieces: from, repetition, ...block }, at) => (
        <div key={at} className="group relative">
          <a href={`#${placeOf(from[0])}`} className="block hover:bg-sunk">
            {repetition && <span className="font-sans text-ochre">{again}</span>}
            {block.type === "figure" && !/^[0-9a-f-]{36}$/.test(block.image) ? (
              <span className="block text-center text-ink-2">{block.caption}</span>
            ) : (
              <Blocks blocks={[block as Block]} />
            )}
          </a>
        </div>
      ))}
      {jump && <p className="text-right text-ink-3">{jump}</p>}
    </article>
  );
}
