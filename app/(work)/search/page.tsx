import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type ComponentProps, Suspense } from "react";
import { apart, namesOf, officialsToChoose } from "@/bulletin/archive/search/choices";
import { alternativesTo, find } from "@/bulletin/archive/search/find";
import { savedSearches } from "@/bulletin/archive/search/saved";
import { addressOf, filters, lastPage, pageSize, wantedSchema } from "@/bulletin/archive/search/wanted";
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
import { Facets } from "./Facets";
import { Order } from "./Order";
import { Result } from "./Result";
import { SavedSearches, SaveSearch } from "./SavedSearches";
import { SearchForm } from "./SearchForm";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

type Search = { searchParams: Promise<Record<string, string>> };

/** What was found, a line of words and a piece of its text each; how it divides, at the left. */
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
  const whole = found?.total === 0 && !wanted.q.includes("“") ? apart(wanted.q) : null;
  const day = (of: string | null) => formatDay(of ?? "", locale, { weekday: false, year: true });
  return (
    <main className="grow">
      <PageBar
        acts={found && <SaveSearch address={addressOf(wanted)} name={wanted.q.trim() || names.official || ""} />}
      >
        <PageTitle>{say("title")}</PageTitle>
        {found && (
          <span role="status" className="text-ink-2">
            {say("results", { count: found.total })}
          </span>
        )}
      </PageBar>
      <div className="grid gap-x-10 px-8 py-4 max-sm:px-4 lg:grid-cols-[288px_minmax(0,1fr)]">
        <div className="lg:order-2">
          <SearchForm wanted={wanted} officials={officials} />
          {wanted.isTurned && (
            <Notice kind="warning">{say("turned", { from: day(wanted.from), to: day(wanted.to) })}</Notice>
          )}
          {found?.typed.isCut && <Notice kind="warning">{say("cut")}</Notice>}
          {found ? (
            <>
              {found.total > 0 && <Order wanted={wanted} />}
              {found.rows.length > 0 ? (
                <ol aria-label={say("results", { count: found.total })} className="border-t border-line-2">
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
                      <LinkButton href={addressOf(wanted, { q: whole })}>{say("apart", { words: whole })}</LinkButton>
                    ) : (
                      <LinkButton href={addressOf({ q: wanted.q })}>{say("clear")}</LinkButton>
                    )
                  }
                />
              )}
              <Pager page={wanted.page} pages={found.pages} href={(page) => addressOf(wanted, { page })} />
              {found.total > lastPage * pageSize && wanted.page === lastPage && (
                <p className="text-ink-2">{say("deep", { pages: lastPage })}</p>
              )}
            </>
          ) : (
            <Empty title={say("begin")} fact={say("beginFact")} />
          )}
        </div>
        <aside className="lg:order-1">
          {found && (
            <Suspense fallback={<Facets facets={found.facets} wanted={wanted} names={names} />}>
              <AllFacets actor={actor} facets={found.facets} wanted={wanted} names={names} />
            </Suspense>
          )}
          <SavedSearches saved={saved} />
        </aside>
      </div>
    </main>
  );
}

/** The alternatives to what is chosen come after what was found: they can be many more. */
async function AllFacets({ actor, facets, wanted, names }: ComponentProps<typeof Facets> & { actor: Actor }) {
  return <Facets facets={{ ...facets, ...(await alternativesTo(actor, wanted)) }} wanted={wanted} names={names} />;
}
