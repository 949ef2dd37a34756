import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, Fragment, type ReactNode, Suspense } from "react";
import { addressOf, filters } from "@/bulletin/archive/search/address";
import { apart, namesOf, officialsToChoose } from "@/bulletin/archive/search/choices";
import { type Counts, count } from "@/bulletin/archive/search/counts";
import { find } from "@/bulletin/archive/search/find";
import { savedSearches } from "@/bulletin/archive/search/saved";
import { lastPage, pageSize, type Wanted, wantedSchema } from "@/bulletin/archive/search/wanted";
import { maySearch } from "@/bulletin/policy";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { Chosen, Facets } from "./Facets";
import { Order } from "./Order";
import { Result } from "./Result";
import { SavedSearches, SaveSearch } from "./SavedSearches";
import { SearchForm } from "./SearchForm";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

type Search = { searchParams: Promise<Record<string, string>> };

/**
 * What was found, a line of words and a piece of its text each; how it divides, at the left. How many there are
 * in all comes a moment later, since all of it must be looked at for that.
 */
export default async function SearchPage({ searchParams }: Search) {
  const actor = await requireActor();
  requireSight(maySearch(actor));
  const wanted = wantedSchema.parse(await searchParams);
  const isAsked = Boolean(wanted.q.trim()) || filters.some((key) => wanted[key]);
  const [say, locale, found, saved, officials, names] = await Promise.all([
    getTranslations("search"),
    getLocale(),
    isAsked ? find(actor, wanted) : null,
    savedSearches(actor),
    officialsToChoose(actor),
    namesOf(wanted),
  ]);
  const isEmpty = found?.rows.length === 0;
  const whole = isEmpty && !wanted.q.includes("“") ? apart(wanted.q) : null;
  const own = addressOf(wanted, { page: wanted.page });
  // Of each search anew (the key): else one would wait for the next one's counts before its rows are shown.
  const counted = (show: (counts: Counts) => ReactNode, meanwhile: ReactNode = null) => {
    const all = <Counted actor={actor} wanted={wanted} show={show} />;
    if (!found) return null;
    return wanted.counted ? (
      <Fragment key={own}>{all}</Fragment>
    ) : (
      <Suspense key={own} fallback={meanwhile}>
        {all}
      </Suspense>
    );
  };
  const day = (of: string | null) => formatDay(of ?? "", locale, { weekday: false, year: true });
  return (
    <main className="grow">
      <PageBar
        acts={found && <SaveSearch address={addressOf(wanted)} name={wanted.q.trim() || names.official || ""} />}
      >
        <PageTitle>{say("title")}</PageTitle>
        <span role="status" className="text-ink-2">
          {counted(
            ({ total }) => say("results", { count: total }),
            <noscript>
              <LinkButton href={addressOf(wanted, { page: wanted.page, counted: "1" })}>{say("countThem")}</LinkButton>
            </noscript>,
          )}
        </span>
      </PageBar>
      <div className="grid gap-x-10 px-8 py-4 max-sm:px-4 lg:grid-cols-[288px_minmax(0,1fr)]">
        <div className="lg:order-2">
          <SearchForm wanted={wanted} officials={officials} />
          {wanted.isTurned && (
            <Notice kind="warning">{say("turned", { from: day(wanted.from), to: day(wanted.to) })}</Notice>
          )}
          {found?.typed.isCut && <Notice kind="warning">{say("cut")}</Notice>}
          <div className="lg:hidden">
            <Chosen wanted={wanted} names={names} />
            {counted(({ facets, total }) => (
              <details>
                <summary className="texttool flex min-h-11 w-fit list-none items-center">{say("narrow")}</summary>
                <Facets facets={facets} total={total} wanted={wanted} />
              </details>
            ))}
          </div>
          {found ? (
            <>
              {!isEmpty && <Order wanted={wanted} />}
              {found.rows.length > 0 ? (
                <ol aria-label={say("found")} className="border-t border-line-2">
                  {found.rows.map((row) => (
                    <Result key={`${row.kind} ${row.id}`} row={row} locale={locale} />
                  ))}
                </ol>
              ) : (
                <Empty
                  title={say("none")}
                  fact={say("noneFact")}
                  act={
                    whole ? (
                      <LinkButton href={addressOf(wanted, { q: whole })}>
                        {say("apart", { words: clipped(whole) })}
                      </LinkButton>
                    ) : (
                      <LinkButton href={addressOf({ q: wanted.q })}>{say("clear")}</LinkButton>
                    )
                  }
                />
              )}
              {counted(({ total, pages }) => (
                <>
                  <Pager page={wanted.page} pages={pages} href={(page) => addressOf(wanted, { page })} />
                  {total > lastPage * pageSize && wanted.page === lastPage && (
                    <p className="text-ink-2">{say("deep", { pages: lastPage })}</p>
                  )}
                </>
              ))}
            </>
          ) : (
            <Empty title={say("begin")} fact={say("beginFact")} />
          )}
        </div>
        <aside className="lg:order-1">
          <div className="max-lg:hidden">
            <Chosen wanted={wanted} names={names} />
            {counted(({ facets, total }) => (
              <Facets facets={facets} total={total} wanted={wanted} />
            ))}
          </div>
          <SavedSearches saved={saved} />
        </aside>
      </div>
    </main>
  );
}

/** As much of a long question as a button holds. */
function clipped(words: string): string {
  const all = [...words];
  return all.length > 30 ? `${all.slice(0, 30).join("")}…` : words;
}

// Several places of the page show what is counted once.
const counts = cache(count);

async function Counted({ actor, wanted, show }: { actor: Actor; wanted: Wanted; show: (all: Counts) => ReactNode }) {
  return show(await counts(actor, wanted));
}
