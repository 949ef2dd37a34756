import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { type ItemView, itemsFilter, itemsOf, itemViews } from "@/bulletin/intake/items";
import { has, isOfficeSide } from "@/bulletin/policy";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { ItemSign } from "@/components/StateSign";
import { Table } from "@/components/Table";
import { Tabs } from "@/components/Tabs";
import { formatDay, formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("items") };
}

type Search = { searchParams: Promise<Record<string, string>> };

export default async function ItemsPage({ searchParams }: Search) {
  const actor = await requireActor();
  requireSight(isOfficeSide(actor));
  const filter = itemsFilter.parse(await searchParams);
  const [say, locale, { items, counts, pages }] = await Promise.all([
    getTranslations("items"),
    getLocale(),
    itemsOf(actor, filter),
  ]);
  const href = (view: ItemView, page = 1) => `/items?view=${view}&page=${page}`;
  const views = Object.keys(itemViews) as ItemView[];
  const write = (
    <>
      <LinkButton href="/items/new?kind=brief">{say("writeBrief")}</LinkButton>
      <LinkButton href="/items/new" tone="primary">
        {say("writeStory")}
      </LinkButton>
    </>
  );
  return (
    <main className="grow">
      <PageBar acts={has(actor, "contributor") ? write : undefined}>
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{actor.officeName}</span>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <Tabs
          name={say("views.name")}
          tabs={views
            .filter((view) => view !== "awaiting" || counts.awaiting > 0 || filter.view === "awaiting")
            .map((view) => ({
              href: href(view),
              label: say(`views.${view}`),
              count: counts[view],
              current: view === filter.view,
            }))}
        />
        {items.length ? (
          <Table
            caption={say("title")}
            rows={items}
            columns={[
              {
                key: "title",
                head: say("headline"),
                cell: ({ id, title, state }) => (
                  <Link
                    prefetch={false}
                    href={`/items/${id}`}
                    className={`hover:underline ${state === "returned" ? "font-bold" : ""}`}
                  >
                    {title || <span className="text-ink-3">{say("untitled")}</span>}
                  </Link>
                ),
              },
              {
                key: "kind",
                head: say("kind"),
                wide: true,
                cell: ({ kind }) => say(`kinds.${kind}`),
                className: "w-24 whitespace-nowrap",
              },
              {
                key: "to",
                head: say("to"),
                wide: true,
                cell: ({ publication, section }) => [publication?.name, section?.title].filter(Boolean).join("　"),
                className: "w-56",
              },
              {
                key: "author",
                head: say("author"),
                wide: true,
                cell: ({ author }) => author.name,
                className: "w-24 whitespace-nowrap",
              },
              {
                key: "date",
                head: say("date"),
                align: "right",
                wide: true,
                cell: ({ date }) => date && formatDay(date, locale),
                className: "w-36 whitespace-nowrap",
              },
              {
                key: "changed",
                head: say("changed"),
                align: "right",
                wide: true,
                cell: ({ updatedAt }) => formatMoment(updatedAt, locale),
                className: "w-36 whitespace-nowrap",
              },
              {
                key: "state",
                head: say("state"),
                cell: ({ state, submissions }) => <ItemSign state={state} submissions={submissions} />,
                className: "w-28",
              },
            ]}
          />
        ) : (
          <Empty
            title={say(`empty.${filter.view}`)}
            fact={say("emptyFact")}
            act={has(actor, "contributor") ? <LinkButton href="/items/new">{say("writeStory")}</LinkButton> : undefined}
          />
        )}
        <Pager page={filter.page} pages={pages} href={(page) => href(filter.view, page)} />
      </div>
    </main>
  );
}
