import { getLocale, getTranslations } from "next-intl/server";
import type { inspect } from "@/bulletin/desk/inspect";
import { Blocks } from "@/components/Blocks";
import { Headline } from "@/components/Headline";
import { ItemSign } from "@/components/StateSign";
import { formatMoment } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { type OpenIssue, PaneActs } from "./PaneActs";
import { PaneHead } from "./PaneHead";

type Item = Awaited<ReturnType<typeof inspect>>;
export type Place = {
  at: number;
  of: number | string;
  previous: string | null;
  next: string | null;
  after: string | null;
};
type Props = { item: Item; issues: OpenIssue[]; place: Place; listHref: string; wide: boolean };

/** The chosen item as it was sent; where to adopt stands directly above 采用. */
export async function Pane({ item, issues, place, listHref, wide }: Props) {
  const [say, locale] = await Promise.all([getTranslations("desk.pane"), getLocale()]);
  return (
    <section
      className={`flex min-w-0 flex-col bg-sheet lg:overflow-hidden ${wide ? "" : "max-lg:hidden"}`}
      aria-label={say("name")}
    >
      <PaneHead
        id={item.id}
        place={place}
        listHref={listHref}
        flags={{ priority: item.priority, needsCheck: item.needsCheck }}
        unread={item.state === "submitted"}
      >
        <ItemSign state={item.state} submissions={item.submissions} />
        {item.submittedAt && (
          <span className="text-ink-2">{formatMoment(item.submittedAt, locale, { record: true })}</span>
        )}
        {item.needsCheck && <span className="text-ochre">{say("needsCheck")}</span>}
        {item.priority && <span className="text-ochre">{say("priority")}</span>}
      </PaneHead>
      <div className="grow px-8 py-5 max-sm:px-4 lg:overflow-y-auto">
        <Headline lines={item.headline} className="mb-3 text-title" />
        <p className="flex flex-wrap gap-x-4 text-ink-2">
          <span>{item.office.name}</span>
          <span>
            {item.signedOffBy
              ? say("byAndLead", { name: item.author.name, lead: item.signedOffBy })
              : say("by", { name: item.author.name })}
          </span>
        </p>
        <p className="flex flex-wrap gap-x-4 border-b border-line pb-3 text-ink-2">
          <span>{say(`kinds.${item.kind}`)}</span>
          <span>{say("characters", { count: item.characters })}</span>
          {item.images > 0 && <span>{say("images", { count: item.images })}</span>}
          {item.place && <span>{item.place}</span>}
          {(item.author.phone || item.office.phone) && (
            <span>{say("phone", { phone: item.author.phone || item.office.phone })}</span>
          )}
        </p>
        {item.returned !== null && item.submissions > 1 && (
          <p className="border-b border-line py-3">
            <b className="text-ochre">{say("again")}</b>
            {say("saidBefore", { words: item.returned })}
            <a href={`/items/${item.id}`} className="texttool ml-2">
              {say("compare")}
            </a>
          </p>
        )}
        <div className="py-4 text-edit">
          <Blocks blocks={item.blocks} />
        </div>
        {item.note && (
          <p className="border-t border-line py-3">
            <b>{say("note")}</b>
            {item.note}
          </p>
        )}
        {item.officials.length > 0 && (
          <p className="border-t border-line py-3">
            <b>{say("officials")}</b>
            {listed(
              item.officials.map(({ name, title }) => `${title}${name}`),
              locale,
            )}
          </p>
        )}
        {item.attachments.length > 0 && (
          <p className="border-t border-line py-3">
            <b>{say("attachments")}</b>
            {item.attachments.map(({ id, name }) => (
              <a key={id} href={`/attachments/${id}`} className="texttool mr-4 inline-flex min-h-11 items-center">
                {name}
              </a>
            ))}
          </p>
        )}
        <p className="border-t border-line py-3">
          <a href={`/items/${item.id}?view=fate`} className="texttool inline-flex min-h-11 items-center">
            {say("history")}
          </a>
        </p>
      </div>
      <PaneActs
        item={{
          id: item.id,
          version: item.version,
          needsCheck: item.needsCheck,
          acts: item.acts,
          publicationId: item.publicationId,
          section: item.section?.title ?? null,
          office: item.office.name,
          title: item.headline.join("") || say("brief"),
        }}
        adoptedIn={item.entries.flatMap(({ issue }) =>
          issue.state === "void" ? [] : { id: issue.id, publication: issue.publication },
        )}
        mergedInto={item.mergedInto.flatMap(({ id, issue }) =>
          issue.state === "void" ? [] : { id, issueId: issue.id, publication: issue.publication },
        )}
        issues={issues}
        after={place.after}
      />
    </section>
  );
}
