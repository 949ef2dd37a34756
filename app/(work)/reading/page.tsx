import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { placesOf } from "@/bulletin/places";
import { has } from "@/bulletin/policy";
import { carryingOurs, tray, trayFilter } from "@/bulletin/post/reading";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("reading") };
}

type Card = Awaited<ReturnType<typeof tray>>["unread"][number]["issue"];

/** What is new, large; what was read, below. */
export default async function ReadingListPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  requireSight(placesOf(actor).includes("reading"));
  const filter = trayFilter.parse(await searchParams);
  const [say, locale, { unread, read, next }, ours] = await Promise.all([
    getTranslations("reading"),
    getLocale(),
    tray(actor, filter),
    carryingOurs(actor),
  ]);
  return (
    <main className="grow">
      <PageBar>
        <PageTitle>{say("title")}</PageTitle>
        {has(actor, "reader") && <span className="text-ink-2">{say("unread", { count: unread.length })}</span>}
      </PageBar>
      <div className="mx-auto max-w-[880px] px-8 py-4 max-sm:px-4">
        {has(actor, "reader") &&
          (unread.length ? (
            <ul>
              {unread.map(({ id, issue, deliveredAt }) => (
                <li key={id} className="border-b border-line-2 py-4">
                  <IssueCard issue={issue} at={formatMoment(deliveredAt, locale)} large />
                </li>
              ))}
            </ul>
          ) : (
            <Empty title={say("nothingNew")} fact={say("nothingYet")} />
          ))}
        {read.length > 0 && (
          <section>
            <h2 className="border-b border-line-2 pt-8 pb-2 font-bold">{say("read", { count: read.length })}</h2>
            <ul>
              {read.map(({ id, issue, deliveredAt }) => (
                <li key={id} className="border-b border-line py-2">
                  <IssueCard issue={issue} at={formatMoment(deliveredAt, locale)} />
                </li>
              ))}
            </ul>
            {next && <Link href={`/reading?before=${next}`}>{say("title")}</Link>}
          </section>
        )}
        {ours.length > 0 && (
          <section>
            <h2 className="border-b border-line-2 pt-8 pb-2 font-bold">{say("ours")}</h2>
            <ul>
              {ours.map((issue) => (
                <li key={issue.id} className="border-b border-line py-2">
                  <IssueCard issue={issue} at={issue.distributedAt ? formatMoment(issue.distributedAt, locale) : ""} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {!has(actor, "reader") && !ours.length && <Empty title={say("noneOurs")} fact={say("noneOursFact")} />}
      </div>
    </main>
  );
}

async function IssueCard({ issue, at, large = false }: { issue: Card; at: string; large?: boolean }) {
  const [say, name] = await Promise.all([getTranslations("reading"), getTranslations("issueName")]);
  return (
    <Link prefetch={false} href={`/reading/${issue.id}`} className="inside block hover:bg-sunk">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className={`font-serif font-black text-vermilion ${large ? "text-title" : ""}`}>
          {issue.publication.name}
        </span>
        <b className={`font-serif ${large ? "text-lead" : ""}`}>{name(issue.series, { number: issue.number ?? 0 })}</b>
        <span className="ml-auto text-ink-3">{at}</span>
      </span>
      <span className={large ? "grid text-lead" : "text-ink-2"}>
        {large
          ? issue.titles.map((title) => (
              <span key={title} className="flex gap-3 before:mt-3 before:size-1.5 before:flex-none before:bg-ink-3">
                {title}
              </span>
            ))
          : issue.titles[0]}
      </span>
      {large && issue._count.entries > issue.titles.length && (
        <span className="text-ink-3">{say("more", { count: issue._count.entries })}</span>
      )}
    </Link>
  );
}
