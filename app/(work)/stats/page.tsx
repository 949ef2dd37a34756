import { Download, Printer } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { statisticsFilter } from "@/bulletin/archive/statistics/filter";
import { overview } from "@/bulletin/archive/statistics/overview";
import { buttonClass } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Tabs } from "@/components/Tabs";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { Figures } from "./Figures";
import { Filters } from "./Filters";
import { OverviewPart } from "./OverviewPart";
import { Parts } from "./Parts";
import { periodName } from "./periodName";
import { queryOf, statsHref } from "./query";
import { placesBeside } from "./StatsLinks";
import { views, viewsFor } from "./views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stats"))("title") };
}

/** Facts in the roster's order: what was sent and what was adopted. Every figure leads to the list behind it. */
export default async function StatsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [actor, asked, say, locale] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("stats"),
    getLocale(),
  ]);
  const wished = views.find((each) => each === asked.view) ?? "overview";
  const of = await seen(overview(actor, statisticsFilter.parse(asked), { along: wished === "overview" }));
  const { selection, total } = of;
  const query = queryOf(selection);
  const open = viewsFor(selection);
  const view = open.includes(wished) ? wished : "overview";
  const period = periodName(say, selection.period, locale);
  const beside = await placesBeside("stats");
  const isEmpty = !total.sent && !total.adopted && view === "overview";
  return (
    <main className="grow">
      <PageBar
        acts={
          <span className="noprint flex flex-wrap gap-3">
            <a href={`/stats/export?${new URLSearchParams(query)}`} download className={buttonClass("plain")}>
              <Download size={20} aria-hidden />
              {say("export")}
            </a>
            {selection.whole && (
              <a href={`/stats/notice?${new URLSearchParams(query)}`} download className={buttonClass("plain")}>
                <Printer size={20} aria-hidden />
                {say("notice")}
              </a>
            )}
            {selection.whole && (
              <a
                href={`/stats/notice?${new URLSearchParams({ ...query, as: "docx" })}`}
                download
                className={buttonClass("text")}
              >
                {say("noticeWord")}
              </a>
            )}
          </span>
        }
      >
        <PageTitle>{say(selection.whole ? "title" : "ownTitle")}</PageTitle>
        <span className="noprint relative flex flex-wrap gap-3">
          <Filters selection={selection} view={view === "overview" ? {} : { view }} />
        </span>
        <span className="hidden print:inline">
          {[selection.publication?.name ?? say("allPublications"), period, selection.section]
            .filter(Boolean)
            .join("　")}
        </span>
      </PageBar>
      {selection.period.turned && (
        <div className="px-8 pt-3 max-sm:px-4">
          <Notice>{say("turned", { period })}</Notice>
        </div>
      )}
      <Figures of={of} query={query} />
      <div className="noprint px-8 max-sm:px-4">
        <Tabs
          name={say("views.name")}
          tabs={[
            ...open.map((each) => ({
              href: statsHref(query, each === "overview" ? {} : { view: each }),
              label: say(`views.${each}`),
              current: each === view,
            })),
            ...beside,
          ]}
        />
      </div>
      <div className="px-8 pt-4 pb-12 max-sm:px-4">
        {isEmpty && <Empty title={say("none")} fact={say("noneFact")} />}
        {view === "overview" ? (
          !isEmpty && <OverviewPart of={of} query={query} />
        ) : (
          <Parts view={view} of={of} query={query} />
        )}
      </div>
    </main>
  );
}
