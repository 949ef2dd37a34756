import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { relayLevels } from "@/bulletin/archive/relays/levels";
import { type RelayRow, relayChoices, relayFilter, relays } from "@/bulletin/archive/relays/list";
import { has, isOfficeSide, isSecretariat } from "@/bulletin/policy";
import { stampOf } from "@/bulletin/seen";
import { ActDialog } from "@/components/ActDialog";
import { Empty } from "@/components/Empty";
import { TextArea } from "@/components/Field";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Pager } from "@/components/Pager";
import { type Column, Table } from "@/components/Table";
import { formatDay } from "@/lib/dates";
import { listed } from "@/lib/listed";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { StatsLinks } from "../StatsLinks";
import { keepLevelsAction } from "./actions";
import { RelayActs } from "./RelayActs";
import { RelayFilters } from "./RelayFilters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("relays"))("title") };
}

/** What was sent upward and what became of it (上报): for the secretariat all, for an office its own. */
export default async function RelaysPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(isSecretariat(actor) || isOfficeSide(actor));
  const filter = relayFilter.parse(await searchParams);
  const [say, locale, { rows, count, adopted, pages }, choices] = await Promise.all([
    getTranslations("relays"),
    getLocale(),
    relays(actor, filter),
    relayChoices(actor),
  ]);
  const mayKeep = has(actor, "editor");
  const levels = isSecretariat(actor) ? await relayLevels(actor) : [];
  const short = (day: string | null) => day && formatDay(day, locale, { weekday: false });
  const columns: Column<RelayRow>[] = [
    { key: "on", head: say("on"), wide: true, cell: ({ on }) => short(on), className: "w-32 whitespace-nowrap" },
    {
      key: "item",
      head: say("item"),
      cell: ({ itemIds, about, on, level, publication, withdrawnAt, withdrawReason }) => (
        <span className={withdrawnAt ? "text-ink-3" : ""}>
          {itemIds[0] ? (
            <Link prefetch={false} href={`/items/${itemIds[0]}?view=fate`} className="line-clamp-2 hover:underline">
              {about}
            </Link>
          ) : (
            about
          )}
          <span className="block text-ink-3 lg:hidden">
            {say("line", { day: short(on) ?? "", level, publication })}
          </span>
          {withdrawnAt && <span className="block">{say("withdrawn", { reason: withdrawReason })}</span>}
        </span>
      ),
    },
    {
      key: "offices",
      head: say("offices"),
      wide: true,
      cell: ({ offices }) => listed(offices, locale),
      className: "w-32",
    },
    { key: "level", head: say("level"), wide: true, cell: ({ level }) => level, className: "w-28" },
    {
      key: "publication",
      head: say("publication"),
      wide: true,
      cell: ({ publication }) => publication,
      className: "w-52",
    },
    {
      key: "adopted",
      head: say("adopted"),
      cell: ({ adoptedOn, instructedOn }) => (
        <>
          {short(adoptedOn)}
          {instructedOn && (
            <span className="block text-ink-3">{say("instructed", { day: short(instructedOn) ?? "" })}</span>
          )}
        </>
      ),
      className: "w-36 max-lg:w-24",
    },
    ...(mayKeep
      ? [
          {
            key: "acts",
            head: "",
            align: "right" as const,
            cell: (relay: RelayRow) => (
              <span className="-my-2 inline-flex flex-wrap justify-end gap-x-4">
                <RelayActs relay={relay} levels={levels} publications={choices.publications} />
              </span>
            ),
            className: "w-32 max-sm:w-16",
          },
        ]
      : []),
  ];
  const { page: _, adopted: only, ...set } = filter;
  const kept = Object.entries({ ...set, adopted: only ? "1" : null }).flatMap(([key, value]) =>
    value ? [[key, value] as [string, string]] : [],
  );
  return (
    <main className="grow">
      <PageBar
        acts={
          mayKeep && (
            <ActDialog
              verb={say("levels")}
              title={say("levels")}
              action={keepLevelsAction as never}
              staysOpen
              seen={stampOf(levels.map(({ name }) => name))}
              submit={say("save")}
            >
              <TextArea
                name="levels"
                label={say("level")}
                hint={say("levelsHint")}
                rows={5}
                defaultValue={levels.map(({ name }) => name).join("\n")}
                required
              />
            </ActDialog>
          )
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say(isSecretariat(actor) ? "fact" : "factForOffice")}</span>
      </PageBar>
      <StatsLinks current="relays" />
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <RelayFilters filter={filter} choices={choices} />
        {rows.length ? (
          <>
            <p className="pb-2">{say("count", { count, adopted })}</p>
            <Table caption={say("title")} rows={rows} columns={columns} />
          </>
        ) : (
          <Empty title={say("none")} fact={say("noneFact")} />
        )}
        <Pager
          page={filter.page}
          pages={pages}
          href={(page) => `/stats/relays?${new URLSearchParams([...kept, ["page", String(page)]])}`}
        />
      </div>
    </main>
  );
}
