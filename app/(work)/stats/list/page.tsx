import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { listFilter, listOf } from "@/bulletin/archive/statistics/list";
import type { ListedItem } from "@/bulletin/archive/statistics/listedItems";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { ItemSign } from "@/components/StateSign";
import { type Column, Table } from "@/components/Table";
import { formatDay } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { percent } from "@/lib/percent";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { periodName } from "../periodName";
import { listHref, type Query, queryOf, statsHref } from "../query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stats"))("listTitle") };
}

/** The items behind one figure: as many rows as it says. */
export default async function StatsListPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [actor, asked, say, number, locale] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("stats"),
    getTranslations("issueName"),
    getLocale(),
  ]);
  const filter = listFilter.parse(asked);
  const { selection, rows, count, pages, narrowedTo } = await seen(listOf(actor, filter));
  const query = queryOf(selection);
  const { what, office, official, form, reason } = filter;
  const cell: Query = { office: office ?? "", official: official ?? "", form: form ?? "", reason };
  const about = [
    selection.publication?.name ?? say("allPublications"),
    periodName(say, selection.period, locale),
    selection.section,
    selection.officeKind && say(`kinds.${selection.officeKind}`),
    ...narrowedTo,
    form && say(`forms.${form}`),
    reason && say("list.reason", { reason }),
  ];
  const columns: Column<ListedItem>[] = [
    {
      key: "title",
      head: say("list.title"),
      cell: ({ id, title, isSeen }) =>
        title === null ? (
          <span className="text-ink-3">{say("list.notYours")}</span>
        ) : isSeen ? (
          <Link prefetch={false} href={`/items/${id}`} className="hover:underline">
            {title}
          </Link>
        ) : (
          title
        ),
    },
    { key: "office", head: say("office"), cell: (item) => item.office, className: "w-32 whitespace-nowrap" },
    {
      key: "sent",
      head: say("list.sentOn"),
      wide: true,
      cell: ({ sentOn }) => sentOn && formatDay(sentOn, locale, { weekday: false }),
      className: "w-32 whitespace-nowrap",
    },
    ...(what === "answered"
      ? [
          {
            key: "answer",
            head: say("list.answerTime"),
            align: "right" as const,
            cell: ({ answered }: ListedItem) => answered?.toFixed(1),
            className: "w-40 whitespace-nowrap",
          },
        ]
      : []),
    {
      key: "printed",
      head: say("list.printedIn"),
      wide: true,
      cell: ({ printings }) => (
        <ul>
          {printings.map((each) => {
            const values = { publication: each.publication, year: String(each.year) };
            const name = say("list.where", { ...values, number: number(each.series, { number: each.number ?? 0 }) });
            return (
              <li key={each.id}>
                {each.isSeen ? (
                  <Link prefetch={false} href={`/reading/${each.id}`} className="hover:underline">
                    {name}
                  </Link>
                ) : (
                  name
                )}
                {what === "edited" && each.changed ? `　${percent(each.changed)}` : ""}
              </li>
            );
          })}
        </ul>
      ),
      className: "w-72",
    },
    {
      key: "state",
      head: say("list.state"),
      cell: ({ state, submissions }) => <ItemSign state={state} submissions={submissions} />,
      className: "w-28",
    },
  ];
  return (
    <main className="grow">
      <PageBar back={{ href: statsHref(query), label: say("back") }}>
        <PageTitle>{say(`list.${what}`)}</PageTitle>
        <span>{say("list.count", { count })}</span>
        <span className="text-ink-3">
          {listed(
            about.filter((each): each is string => Boolean(each)),
            locale,
          )}
        </span>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        {rows.length ? (
          <Table caption={say(`list.${what}`)} rows={rows} columns={columns} />
        ) : (
          <Empty title={say("list.empty")} />
        )}
        <Pager
          page={filter.page}
          pages={pages}
          href={(page) => listHref(query, what, { ...cell, page: String(page) })}
        />
      </div>
    </main>
  );
}
