import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { inspect, openIssues } from "@/bulletin/desk/inspect";
import { publications } from "@/bulletin/desk/publications";
import { handledToday, pageSize, type QueueRow, queue, silentOffices } from "@/bulletin/desk/queue";
import { queueFilter } from "@/bulletin/desk/queueFilter";
import { toldCount } from "@/bulletin/desk/viewCounts";
import { offices } from "@/bulletin/people/offices";
import { has } from "@/bulletin/policy";
import { tentativeNumbers } from "@/bulletin/press/numbering";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { Notice } from "@/components/Notice";
import { Pager } from "@/components/Pager";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/dates";
import { isNonsense } from "@/lib/db";
import { listed } from "@/lib/listed";
import { Refusal } from "@/lib/refusal";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { Filters } from "./Filters";
import { hrefOf } from "./href";
import { Keys } from "./Keys";
import { Pane } from "./Pane";
import { type Line, QueueTable } from "./QueueTable";
import { Views } from "./Views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("desk") };
}

type Search = { searchParams: Promise<Record<string, string>> };

/** Forty items judged by eye and hand: one line each at the left, the chosen one at the right. */
export default async function DeskPage({ searchParams }: Search) {
  const actor = await requireActor();
  requireSight(has(actor, "editor"));
  const search = await searchParams;
  const filter = queueFilter.parse(search);
  const [say, locale, rows, below, silent, all, targets, issues] = await Promise.all([
    getTranslations("desk"),
    getLocale(),
    queue(actor, filter),
    filter.view === "open" ? handledToday(actor) : { items: [], count: 0 },
    silentOffices(actor),
    offices(actor),
    publications(actor),
    openIssues(actor),
  ]);
  const line = ({ date, ...row }: QueueRow): Line => ({
    ...row,
    day: date && formatDay(date, locale, { weekday: false }),
  });
  const ids = [...rows.items, ...below.items].map(({ id }) => id);
  const chosenId = search.item && /^[0-9a-f-]{36}$/.test(search.item) ? search.item : rows.items[0]?.id;
  const item = chosenId ? await inspectOrGone(actor, chosenId) : null;
  const at = ids.indexOf(chosenId ?? "");
  const step = (by: number) => {
    const beside = at + by >= 0 ? ids[at + by] : undefined;
    if (beside) return hrefOf(search, { item: beside });
    const page = filter.page + by;
    const stands = by < 0 ? page >= 1 : rows.goesOn;
    return stands && at >= 0 ? hrefOf(search, { item: undefined, page: String(page) }) : null;
  };
  // After an act one stays among what waits; after the last of it the list comes up as it stands then.
  const isLast = filter.view === "open" && at >= 0 && at === rows.items.length - 1 && !rows.goesOn;
  const after = isLast ? hrefOf(search, { item: undefined, page: undefined }) : step(1);
  const numbers = await tentativeNumbers(issues);
  const numbered = issues.map((issue, index) => ({ ...issue, tentative: numbers[index] ?? 0 }));
  return (
    <main
      className={`grid grow lg:h-[calc(100dvh-56px)] lg:grid-cols-[minmax(0,868fr)_minmax(0,572fr)] ${search.item ? "max-lg:grid-rows-[auto_auto]" : ""}`}
    >
      <section
        className={`flex min-w-0 flex-col border-line-2 lg:overflow-hidden lg:border-r ${search.item ? "max-lg:hidden" : ""}`}
      >
        <div className="flex flex-wrap items-baseline gap-x-4 px-8 pt-4 max-sm:px-4">
          <h1 className="text-title font-bold">{say("title")}</h1>
          {silent.length > 0 && (
            <p className="text-ochre lg:ml-auto">
              {say("silent", { count: silent.length, names: listed(silent, locale) })}
            </p>
          )}
        </div>
        <Views filter={filter} counts={rows.counts} search={search} />
        <Filters filter={filter} offices={all} targets={targets} search={search} />
        <div className="grow lg:overflow-y-auto">
          {rows.items.length || below.items.length ? (
            <QueueTable
              rows={rows.items.map(line)}
              handled={{ ...below, items: below.items.map(line) }}
              chosen={chosenId}
              search={search}
            />
          ) : (
            <Empty
              title={say(`empty.${filter.view}`)}
              fact={say("emptyFact")}
              act={<LinkButton href="/issues">{say("toIssues")}</LinkButton>}
            />
          )}
          <Pager
            page={filter.page}
            pages={rows.pages}
            goesOn={rows.goesOn}
            href={(page) => hrefOf(search, { page: String(page), item: undefined })}
          />
        </div>
        <Keys />
      </section>
      {item ? (
        <Pane
          key={`${item.id} ${item.version}`}
          item={item}
          issues={numbered}
          place={{
            at: at < 0 || at >= rows.items.length ? 0 : (filter.page - 1) * pageSize + at + 1,
            of: toldCount(rows.counts, filter.view, filter) ?? 0,
            previous: step(-1),
            next: step(1),
            after,
          }}
          listHref={hrefOf(search, { item: undefined })}
          wide={Boolean(search.item)}
        />
      ) : (
        <div className={`bg-sheet px-8 py-5 ${search.item ? "" : "max-lg:hidden"}`}>
          {search.item && (
            <Notice
              kind="warning"
              act={<LinkButton href={hrefOf(search, { item: undefined })}>{say("title")}</LinkButton>}
            >
              {say("gone")}
            </Notice>
          )}
          {!search.item && !rows.items.length && below.items.length > 0 && <Empty title={say("empty.open")} />}
        </div>
      )}
    </main>
  );
}

/** An item that was withdrawn while it was being looked at is told as such; the queue stays. */
async function inspectOrGone(actor: Actor, id: string) {
  try {
    return await inspect(actor, id);
  } catch (error) {
    if (error instanceof Refusal || isNonsense(error)) return null;
    throw error;
  }
}
