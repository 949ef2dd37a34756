import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { entryFor } from "@/bulletin/desk/entries";
import { roster } from "@/bulletin/people/roster";
import { isFrozen } from "@/bulletin/workflow";
import { Blocks } from "@/components/Blocks";
import { DifferenceView } from "@/components/DifferenceView";
import { Headline } from "@/components/Headline";
import { Notice } from "@/components/Notice";
import { formatMoment, today } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { Live } from "../../Live";
import { EntryEditor } from "./EntryEditor";

type Props = {
  params: Promise<{ id: string; entryId: string }>;
  searchParams: Promise<{ block?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry"))("title") };
}

/** An entry being edited, with the original that its office sent beside it. */
export default async function EntryPage({ params, searchParams }: Props) {
  const [actor, { id: inIssue, entryId }, say, merging, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("entry"),
    getTranslations("merging"),
    getLocale(),
  ]);
  const entry = await seen(entryFor(actor, inIssue, entryId));
  const { id, version, headline, blocks, date, place, officialIds, placing, kind, issueId } = entry;
  const block = Number.parseInt(String((await searchParams).block ?? ""), 10);
  const original = (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (axe: scrollable-region-focusable)
      tabIndex={0}
      className="bg-sheet px-8 py-5 max-sm:px-4 lg:h-full lg:overflow-y-auto"
      aria-label={say("original")}
    >
      <h2 className="border-b border-line-2 pb-2 font-bold">{say("original")}</h2>
      {entry.originals.map(({ id: itemId, office, author, sent }, at) => (
        <div key={itemId} className={at ? "mt-6 border-t border-line-2" : ""}>
          <p className="flex flex-wrap gap-x-4 py-2 text-ink-2">
            <span>{office.name}</span>
            <span>{author.name}</span>
            <span>{author.phone || office.phone}</span>
          </p>
          {sent && (
            <>
              <Headline lines={sent.headline} className="my-3 text-center text-lead" />
              <Blocks blocks={sent.blocks} />
            </>
          )}
        </div>
      ))}
      {entry.difference && (
        <>
          <h2 className="mt-8 border-b border-line-2 pb-2 font-bold">{say("difference")}</h2>
          <DifferenceView difference={entry.difference} />
        </>
      )}
      {entry.revisions.length > 0 && (
        <>
          <h2 className="mt-6 border-b border-line-2 pb-2 font-bold">{say("revisions")}</h2>
          <ul>
            {entry.revisions.map(({ version: of, at, byName, reason, act, office }) => (
              <li key={of} className="border-b border-line py-2">
                {byName}
                <span className="ml-3 text-ink-3">{formatMoment(at, locale, { record: true })}</span>
                {(act === "merge" || act === "unmerge") && <p>{merging(`revisions.${act}`, { office })}</p>}
                {reason && <p>{reason}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
  if (!entry.mayEdit)
    return (
      <main className="grid grow lg:h-[calc(100dvh-56px)] lg:grid-cols-2">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (axe: scrollable-region-focusable) */}
        <section tabIndex={0} className="px-8 py-5 max-sm:px-4 lg:overflow-y-auto">
          <Notice>
            {say(isFrozen(entry.issue.state) ? "frozen" : entry.issue.state === "inReview" ? "inReview" : "readOnly")}
          </Notice>
          <Headline lines={headline} level="h1" className="my-4 text-center text-title" />
          <Blocks blocks={blocks} />
        </section>
        {original}
      </main>
    );
  return (
    <>
      <Live issueId={issueId} />
      <EntryEditor
        entry={{ id, version, kind, issueId, headline, blocks, date, place, officialIds, placing }}
        at={Number.isInteger(block) && block >= 0 ? block : null}
        roster={await roster(actor)}
        today={today()}
        issue={{
          publication: entry.issue.publication.name,
          section: entry.section.title,
          approved: entry.issue.state === "approved",
          newspaper: entry.issue.publication.layout === "newspaper",
          version: entry.issue.version,
          entries: entry.neighbours,
        }}
      >
        {original}
      </EntryEditor>
    </>
  );
}
