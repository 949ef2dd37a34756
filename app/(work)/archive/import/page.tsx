import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { importsOf, waitingFilter } from "@/bulletin/archive/import/waiting";
import { has } from "@/bulletin/policy";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { type Column, Table } from "@/components/Table";
import { Tabs } from "@/components/Tabs";
import { formatMoment } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { percentReached } from "@/lib/percent";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { ArchiveClear } from "./ArchiveClear";
import { Bring } from "./Bring";
import { Paste } from "./Paste";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

const views = ["waiting", "archived", "discarded"] as const;
type Row = Awaited<ReturnType<typeof importsOf>>["rows"][number];

/** Past bulletins are dropped here; below, what was recognised in each and waits for a person. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(has(actor, "editor"));
  const filter = waitingFilter.parse(await searchParams);
  const [say, because, locale, { rows, pages, counts }] = await Promise.all([
    getTranslations("imports"),
    getTranslations("importing"),
    getLocale(),
    importsOf(actor, filter),
  ]);
  const clear = rows.filter(({ state, doubts }) => state === "waiting" && !doubts.length);
  const columns: Column<Row>[] = [
    {
      key: "name",
      head: say("file"),
      cell: ({ id, name, state, type, doubts }) =>
        state === "discarded" || type === "year" ? (
          name
        ) : (
          <>
            <Link prefetch={false} href={`/archive/import/${id}`} className="hover:underline">
              {name}
            </Link>
            {doubts.length > 0 && (
              <span className="block text-ochre">
                {listed(
                  doubts.map((each) => because(`doubts.${each}`)),
                  locale,
                )}
              </span>
            )}
          </>
        ),
    },
    {
      key: "publication",
      head: say("publication"),
      wide: true,
      className: "w-40",
      cell: ({ publication, state }) =>
        publication ?? (state === "waiting" && <span className="text-ochre">{say("unknown")}</span>),
    },
    { key: "issues", head: say("issues"), align: "right", className: "w-20", cell: ({ issueCount }) => issueCount },
    {
      key: "entries",
      head: say("entries"),
      align: "right",
      wide: true,
      className: "w-24",
      cell: ({ entryCount }) => entryCount,
    },
    {
      key: "coverage",
      head: say("coverage"),
      align: "right",
      wide: true,
      className: "w-28",
      cell: ({ coverage }) => <span className={coverage < 0.995 ? "text-ochre" : ""}>{percentReached(coverage)}</span>,
    },
    {
      key: "at",
      head: say("at"),
      align: "right",
      wide: true,
      className: "w-56 whitespace-nowrap",
      cell: ({ createdAt, byName }) => `${byName}　${formatMoment(createdAt, locale)}`,
    },
  ];
  const href = (view: string, page = 1) => `/archive/import?view=${view}&page=${page}`;
  return (
    <main className="grow">
      <PageBar back={{ href: "/archive", label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
      </PageBar>
      <div className="grid gap-6 px-8 pt-5 pb-12 max-sm:px-4">
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_408px]">
          <Bring />
          <Paste accountId={actor.id} />
        </div>
        <section>
          <Tabs
            name={say("views")}
            tabs={views.map((view) => ({
              href: href(view),
              label: say(view),
              count: counts[view] ?? 0,
              current: view === filter.view,
            }))}
          />
          {filter.view === "waiting" && (
            <ArchiveClear key={filter.page} files={clear.map(({ id, name }) => ({ id, name }))} />
          )}
          {rows.length ? (
            <>
              <Table caption={say(filter.view)} rows={rows} columns={columns} />
              <Pager page={filter.page} pages={pages} href={(page) => href(filter.view, page)} />
            </>
          ) : (
            <Empty title={say(`${filter.view}None`)} fact={filter.view === "waiting" && say("waitingNoneFact")} />
          )}
        </section>
      </div>
    </main>
  );
}
