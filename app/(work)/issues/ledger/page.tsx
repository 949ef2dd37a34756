import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { publications } from "@/bulletin/desk/publications";
import { isSecretariat } from "@/bulletin/policy";
import { ledger, ledgerFilter, rangesOf } from "@/bulletin/press/ledger";
import { Empty } from "@/components/Empty";
import { editionWords } from "@/components/editionWords";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { IssueSign } from "@/components/StateSign";
import { Table } from "@/components/Table";
import { Tabs } from "@/components/Tabs";
import { formatDay } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("title") };
}

/** Every number of a year, without gap; a void one stays with its reason. */
export default async function LedgerPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(isSecretariat(actor));
  const [say, name, locale, all, book] = await Promise.all([
    getTranslations("ledger"),
    getTranslations("issueName"),
    getLocale(),
    publications(actor),
    ledger(actor, ledgerFilter.parse(await searchParams)),
  ]);
  const href = (publication: string, year: number) => `/issues/ledger?publication=${publication}&year=${year}`;
  return (
    <main className="grow">
      <PageBar back={{ href: "/issues", label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say("fact")}</span>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <Tabs
          name={say("publication")}
          tabs={[
            ...all.map((each) => ({
              href: href(each.id, book.year),
              label: each.name,
              current: each.id === book.publication?.id,
            })),
            ...book.years.map((year, at) => ({
              href: href(book.publication?.id ?? "", year),
              label: say("year", { year: String(year) }),
              current: year === book.year,
              apart: at === 0,
            })),
          ]}
        />
        {(["regular", "supplement"] as const).map((series) => {
          const { gaps, twice } = series === "regular" ? book : book.supplements;
          return (["gaps", "twice"] as const).map((what) => {
            const numbers = rangesOf(what === "gaps" ? gaps : twice);
            return numbers.length ? (
              <div key={`${series} ${what}`} className="py-3">
                <Notice kind="warning">{say(what, { series, numbers: listed(numbers, locale) })}</Notice>
              </div>
            ) : null;
          });
        })}
        {book.rows.length ? (
          <Table
            caption={say("title")}
            rows={book.rows}
            columns={[
              {
                key: "number",
                head: say("number"),
                cell: ({ id, series, number, lastNumber, edition }) => (
                  <Link
                    prefetch={false}
                    href={`/issues/${id}`}
                    className="font-serif font-bold whitespace-nowrap hover:underline"
                  >
                    {name(series, { number: lastNumber ? `${number}—${lastNumber}` : (number ?? 0) })}
                    {edition > 1 && <span className="ml-2">{editionWords(name, edition)}</span>}
                  </Link>
                ),
                className: "w-52",
              },
              {
                key: "total",
                head: say("total"),
                align: "right",
                wide: true,
                cell: ({ total }) => total,
                className: "w-24",
              },
              {
                key: "date",
                head: say("date"),
                align: "right",
                cell: ({ date }) => date && formatDay(date, locale),
                className: "w-40 whitespace-nowrap",
              },
              {
                key: "entries",
                head: say("entries"),
                align: "right",
                wide: true,
                cell: ({ entries }) => entries,
                className: "w-24",
              },
              {
                key: "signer",
                head: say("signer"),
                wide: true,
                cell: ({ signedBy }) => signedBy,
                className: "w-28 pl-8",
              },
              { key: "state", head: say("state"), cell: ({ state }) => <IssueSign state={state} />, className: "w-28" },
              {
                key: "reason",
                head: say("reason"),
                wide: true,
                cell: ({ voidReason, recallReason, correctionReason }) =>
                  voidReason ?? recallReason ?? correctionReason,
              },
            ]}
          />
        ) : (
          <Empty title={say("none", { year: String(book.year) })} fact={say("noneFact")} />
        )}
      </div>
    </main>
  );
}
