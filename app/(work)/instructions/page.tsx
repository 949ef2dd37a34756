import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { placesOf } from "@/bulletin/places";
import { isSecretariat, traysOf } from "@/bulletin/policy";
import {
  isOverdue,
  nextDue,
  type RegisterRow,
  register,
  registerChoices,
  registerFilter,
} from "@/bulletin/post/register";
import { postSettings } from "@/bulletin/post/settings";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { InstructionSign } from "@/components/StateSign";
import { type Column, Table } from "@/components/Table";
import { Tabs } from "@/components/Tabs";
import { formatDay, formatMoment } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { RegisterFilters } from "./RegisterFilters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

const views = ["open", "given", "forwarded", "answered", "closed", "all"] as const;

/** The register of instructions (台账): open ones first, those open longest at the top. */
export default async function InstructionsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(placesOf(actor).includes("instructions") || traysOf(actor).length > 0);
  const filter = registerFilter.parse(await searchParams);
  const [say, locale, { rows, pages, counts }, choices, { deadlineWarnings }] = await Promise.all([
    getTranslations("register"),
    getLocale(),
    register(actor, filter),
    registerChoices(actor),
    postSettings(),
  ]);
  const { page: _, ...set } = filter;
  const kept = Object.entries(set).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : []));
  const query = (change: Record<string, string>) => new URLSearchParams({ ...Object.fromEntries(kept), ...change });
  const columns: Column<RegisterRow>[] = [
    {
      key: "given",
      wide: true,
      head: say("given"),
      cell: ({ givenAt }) => formatMoment(givenAt, locale),
      className: "w-36 whitespace-nowrap",
    },
    {
      key: "leader",
      wide: true,
      head: say("leader"),
      cell: ({ leaderName }) => leaderName,
      className: "w-24 whitespace-nowrap",
    },
    {
      key: "words",
      head: say("words"),
      cell: ({ id, text, byHand, about, leaderName, givenAt }) => (
        <Link prefetch={false} href={`/instructions/${id}`} className="block hover:underline">
          <b className="line-clamp-2">{text || (byHand ? say("handwritten") : "")}</b>
          <span className="line-clamp-1 text-ink-3">{about}</span>
          <span className="text-ink-3 lg:hidden">{`${leaderName}　${formatMoment(givenAt, locale)}`}</span>
        </Link>
      ),
    },
    {
      key: "offices",
      head: say("offices"),
      wide: true,
      cell: ({ forwards }) =>
        listed(
          forwards.map(({ office }) => office.shortName),
          locale,
        ),
      className: "w-48",
    },
    {
      key: "due",
      head: say("due"),
      wide: true,
      cell: ({ forwards }) => {
        const first = nextDue(forwards);
        if (!first) return null;
        const late = deadlineWarnings && isOverdue(first);
        return (
          <span className={late ? "text-ochre" : ""}>
            {formatDay(first.dueOn, locale)}
            {late && <span className="block">{say("late")}</span>}
          </span>
        );
      },
      className: "w-36 whitespace-nowrap",
    },
    {
      key: "days",
      head: say("days"),
      align: "right",
      wide: true,
      cell: ({ days }) => days,
      className: "w-28 whitespace-nowrap",
    },
    { key: "state", head: say("state"), cell: ({ state }) => <InstructionSign state={state} />, className: "w-28" },
  ];
  return (
    <main className="grow">
      <PageBar
        acts={
          rows.length > 0 && (
            <a
              href={`/instructions/export?${query({})}`}
              download
              className="texttool inline-flex min-h-11 items-center"
            >
              {say("export")}
            </a>
          )
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say(isSecretariat(actor) ? "fact" : "factForOthers")}</span>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <Tabs
          name={say("views.name")}
          tabs={views.map((view) => ({
            href: `/instructions?${query({ view })}`,
            label: say(`views.${view}`),
            count: counts[view],
            current: filter.view === view,
          }))}
        />
        <RegisterFilters filter={filter} choices={choices} />
        {rows.length ? (
          <Table caption={say("title")} rows={rows} columns={columns} />
        ) : (
          <Empty title={say("none")} fact={say("noneFact")} />
        )}
        <Pager page={filter.page} pages={pages} href={(page) => `/instructions?${query({ page: String(page) })}`} />
      </div>
    </main>
  );
}
