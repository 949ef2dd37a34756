import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { adjustmentsIn } from "@/bulletin/archive/points/byHand";
import { periodOf } from "@/bulletin/archive/points/period";
import { pointsOf } from "@/bulletin/archive/points/table";
import { has, isSecretariat } from "@/bulletin/policy";
import { buttonClass, LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { Notice } from "@/components/Notice";
import { PageBar, PageTitle } from "@/components/PageBar";
import { formatDay } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { StatsLinks } from "../StatsLinks";
import { Adjustments } from "./Adjustments";
import { GroupTable } from "./GroupTable";
import { KeepActs } from "./KeepActs";
import { Periods } from "./Periods";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("points"))("title") };
}

/** The points of a period, a table for each peer group; an office sees its own line. Not there where points are off. */
export default async function PointsPage({ searchParams }: { searchParams: Promise<{ period?: string }> }) {
  const actor = await requireActor();
  const period = periodOf((await searchParams).period);
  const [say, locale, { tables, closed, hasRules }, adjustments] = await Promise.all([
    getTranslations("points"),
    getLocale(),
    seen(pointsOf(actor, period)),
    seen(adjustmentsIn(actor, period)),
  ]);
  const mayKeep = has(actor, "editor");
  const hasGroups = tables.some(({ name }) => name !== null);
  return (
    <main className="grow">
      <PageBar
        acts={
          <>
            <a href={`/stats/points/export?period=${period.key}`} download className={buttonClass("plain")}>
              <Download size={20} aria-hidden />
              {say("export")}
            </a>
            {isSecretariat(actor) && <KeepActs actor={actor} mayKeep={mayKeep} />}
          </>
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say("fact")}</span>
      </PageBar>
      <StatsLinks current="points" />
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <Periods period={period} href={(key) => `/stats/points?period=${key}`} />
        {closed && (
          <p className="text-ink-3">{say("closed", { day: formatDay(closed, locale, { weekday: false }) })}</p>
        )}
        {!hasRules && (
          <div className="py-2">
            <Notice
              act={
                mayKeep && (
                  <LinkButton tone="text" href="/stats/points/rules/new">
                    {say("writeRules")}
                  </LinkButton>
                )
              }
            >
              {say("noRules")}
            </Notice>
          </div>
        )}
        {tables.length ? (
          tables.map((table) => (
            <GroupTable key={table.name ?? ""} table={table} period={period} hasGroups={hasGroups} />
          ))
        ) : (
          <Empty title={say("none")} fact={say("noneFact")} />
        )}
        <Adjustments rows={adjustments} mayKeep={mayKeep} />
      </div>
    </main>
  );
}
