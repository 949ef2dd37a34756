import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { placesOf } from "@/bulletin/places";
import { principalsOf, traysOf } from "@/bulletin/policy";
import type { CardIssue } from "@/bulletin/post/cards";
import { recallsToConfirm } from "@/bulletin/post/notices";
import { carryingOurs, readSince, tray, trayFilter } from "@/bulletin/post/reading";
import { firstTray } from "@/bulletin/post/trays";
import { Empty } from "@/components/Empty";
import { issueCard } from "@/components/IssueCard";
import { Laid } from "@/components/Laid";
import { html } from "@/components/markup";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Tabs } from "@/components/Tabs";
import { momentOf, today } from "@/lib/dates";
import { sayIn } from "@/lib/say";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { RecallCard } from "./RecallCard";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("reading") };
}

/** What is new, one large card each; what was read, below. A deputy changes trays at the top. */
export default async function ReadingListPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(placesOf(actor).includes("reading"));
  const filter = trayFilter.parse(await searchParams);
  const accountId = filter.of ?? firstTray(actor);
  const [locale, { unread, more, read, next }, ours, readToday, recalls] = await Promise.all([
    getLocale(),
    seen(tray(actor, filter)),
    carryingOurs(actor),
    accountId ? readSince(accountId, momentOf(today(), "00:00")) : 0,
    recallsToConfirm(actor),
  ]);
  const within = accountId !== null && accountId !== actor.id ? `?of=${accountId}` : "";
  const href = (issueId: string) => `/reading/${issueId}${within}`;
  const trays = traysOf(actor);
  const say = sayIn(locale, "reading");
  type Listed = { issue: CardIssue; at: Date | null; href: string };
  const list = (look: "large" | "plain", line: string, cards: Listed[]) =>
    html`${cards.map((card) => html`<li class="border-b ${{ text: line }}">${issueCard(locale, { ...card, look })}</li>`)}`;
  const mine = (cards: typeof unread) =>
    cards.map(({ issue, deliveredAt }) => ({ issue, at: deliveredAt, href: href(issue.id) }));
  return (
    <main className="grow">
      <PageBar
        acts={
          trays.includes(actor.id) && (
            <Link prefetch={false} href="/deputies" className="texttool inline-flex min-h-11 items-center">
              {say("deputies")}
            </Link>
          )
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        {accountId && (
          <span className="text-lead text-ink-2">
            {say("unread", { count: more ? `${unread.length}+` : unread.length })}
          </span>
        )}
      </PageBar>
      <div className="mx-auto max-w-[880px] px-8 py-4 max-sm:px-4">
        {trays.length > 1 && (
          <Tabs
            name={say("whose")}
            tabs={trays.map((id) => ({
              href: id === actor.id ? "/reading" : `/reading?of=${id}`,
              label: principalsOf(actor).find((each) => each.id === id)?.name ?? say("mine"),
              current: id === accountId,
            }))}
          />
        )}
        {within && (
          <p className="py-3 text-ink-2">
            {say("inPlaceOf", { name: principalsOf(actor).find(({ id }) => id === accountId)?.name ?? "" })}
          </p>
        )}
        {recalls.length > 0 && (
          <ul aria-label={say("toConfirm")}>
            {recalls.map((notice) => (
              <li key={notice.id} className="border-b border-line-2">
                <RecallCard notice={notice} />
              </li>
            ))}
          </ul>
        )}
        {accountId && !filter.before && (
          <>
            {unread.length ? (
              <Laid tag="ul" aria-label={say("waitingToday")} html={list("large", "border-line-2", mine(unread))} />
            ) : (
              <Empty
                title={say("nothingNew")}
                fact={readToday ? say("readToday", { count: readToday }) : say("nothingYet")}
              />
            )}
            {more && <p className="py-3 text-ink-2">{say("moreUnread")}</p>}
            {unread.length > 0 && readToday > 0 && (
              <p className="px-4 py-4 text-lead text-ink-3">{say("readToday", { count: readToday })}</p>
            )}
          </>
        )}
        {read.length > 0 && (
          <section id="read">
            <h2 className="border-b border-line-2 pt-8 pb-2 font-bold">{say("past")}</h2>
            <Laid tag="ul" html={list("plain", "border-line", mine(read))} />
            {next && (
              <Link
                prefetch={false}
                href={`/reading?${new URLSearchParams({ ...(within && { of: accountId ?? "" }), before: next })}`}
                className="texttool inline-flex min-h-11 items-center"
              >
                {say("earlier")}
              </Link>
            )}
          </section>
        )}
        {ours.length > 0 && (
          <section>
            <h2 className="border-b border-line-2 pt-8 pb-2 font-bold">{say("ours")}</h2>
            <Laid
              tag="ul"
              html={list(
                "plain",
                "border-line",
                ours.map(({ issue, distributedAt: at }) => ({ issue, at, href: `/reading/${issue.id}` })),
              )}
            />
          </section>
        )}
        {!accountId && !ours.length && <Empty title={say("noneOurs")} fact={say("noneOursFact")} />}
      </div>
    </main>
  );
}
