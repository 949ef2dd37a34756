import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { shelf, shelfFilter } from "@/bulletin/archive/shelf";
import { isPlainReader, placesOf } from "@/bulletin/places";
import { has, isSecretariat } from "@/bulletin/policy";
import { namedLists } from "@/bulletin/post/namedLists";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { editionWords } from "@/components/editionWords";
import { SelectField } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { IssueSign } from "@/components/StateSign";
import { type Column, Table } from "@/components/Table";
import { Tabs } from "@/components/Tabs";
import { formatDay } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { addressYearAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("archive") };
}

type Row = Awaited<ReturnType<typeof shelf>>["issues"][number];

/** A shelf: publications side by side, their years, and the numbers of one year. */
export default async function ArchivePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(placesOf(actor).includes("archive"));
  const [say, name, locale, { publications, publication, years, year, issues }] = await Promise.all([
    getTranslations("archive"),
    getTranslations("issueName"),
    getLocale(),
    shelf(actor, shelfFilter.parse(await searchParams)),
  ]);
  const inHouse = isSecretariat(actor);
  const columns: Column<Row>[] = [
    {
      key: "number",
      head: say("number"),
      className: "w-56",
      cell: ({ id, series, number, lastNumber, edition }) => (
        <Link prefetch={false} href={`/reading/${id}`} className="font-serif font-bold hover:underline">
          {name(series, { number: lastNumber ? `${number}—${lastNumber}` : number })}
          {edition > 1 && <span className="ml-2">{editionWords(name, edition)}</span>}
        </Link>
      ),
    },
    {
      key: "titles",
      head: say("contents"),
      wide: true,
      cell: ({ id, titles }) => (
        <Link prefetch={false} href={`/reading/${id}`} className="line-clamp-1 text-ink-2 hover:underline">
          {titles.join("；")}
        </Link>
      ),
    },
    {
      key: "entries",
      head: say("entries"),
      align: "right",
      wide: true,
      className: "w-20",
      cell: ({ entries }) => entries,
    },
    {
      key: "date",
      head: say("date"),
      align: "right",
      className: "w-40 whitespace-nowrap",
      cell: ({ date }) => date && formatDay(date, locale),
    },
    ...(inHouse
      ? [
          {
            key: "state",
            head: say("state"),
            className: "w-32 pl-6",
            cell: ({ id, state }: Row) => (
              <Link prefetch={false} href={`/issues/${id}`} className="hover:underline">
                <IssueSign state={state} />
              </Link>
            ),
          },
        ]
      : []),
  ];
  const lists =
    publication && has(actor, "editor") && issues.some(({ state }) => state === "archived")
      ? await namedLists(actor, publication.id)
      : [];
  const opening = publication && lists.length > 0 && (
    <ActDialog
      verb={say("address")}
      title={say("addressTitle", { publication: publication.name, year: String(year) })}
      action={addressYearAction as never}
      hidden={{ publicationId: publication.id, year }}
    >
      <SelectField
        name="listId"
        label={say("addressList")}
        options={lists.map(({ id, name: list }) => ({ value: id, label: list }))}
      />
      <p className="mt-3 text-ink-2">{say("addressFact")}</p>
    </ActDialog>
  );
  const href = (id: string, of?: number) => `/archive?publication=${id}${of ? `&year=${of}` : ""}`;
  return (
    <main className={`grow ${isPlainReader(actor) ? "text-lead" : ""}`}>
      <PageBar
        acts={
          <>
            {opening}
            {inHouse && <LinkButton href="/issues/ledger">{say("ledger")}</LinkButton>}
            {has(actor, "editor") && <LinkButton href="/archive/import">{say("import")}</LinkButton>}
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        {publication && year ? (
          <>
            <Tabs
              name={say("publications")}
              tabs={publications.map((each) => ({
                href: href(each.id),
                label: each.name,
                current: each.id === publication.id,
              }))}
            />
            <Tabs
              name={say("years")}
              tabs={years.map((each) => ({
                href: href(publication.id, each.year),
                label: say("year", { year: String(each.year) }),
                count: each.count,
                current: each.year === year,
              }))}
            />
            <Table caption={`${publication.name} ${year}`} rows={issues} columns={columns} />
          </>
        ) : (
          <Empty
            title={say("none")}
            fact={say(has(actor, "editor") ? "noneFactEditor" : "noneFact")}
            act={has(actor, "editor") && <LinkButton href="/archive/import">{say("import")}</LinkButton>}
          />
        )}
      </div>
    </main>
  );
}
