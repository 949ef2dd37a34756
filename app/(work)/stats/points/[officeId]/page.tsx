import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { explained, type View, views } from "@/bulletin/archive/points/explained";
import { periodOf } from "@/bulletin/archive/points/period";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Tabs } from "@/components/Tabs";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { Periods } from "../Periods";
import { AwardsTable } from "./AwardsTable";
import { SentTable } from "./SentTable";

type Props = { params: Promise<{ officeId: string }>; searchParams: Promise<{ period?: string; view?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("points"))("views.name") };
}

/** What stands behind the figures of one office: every point, and why. */
export default async function AwardsPage({ params, searchParams }: Props) {
  const [actor, { officeId }, asked] = await Promise.all([requireActor(), params, searchParams]);
  const period = periodOf(asked.period);
  const view: View = views.find((each) => each === asked.view) ?? "all";
  const [say, found] = await Promise.all([getTranslations("points"), seen(explained(actor, officeId, period, view))]);
  const href = (key: string, of: View) => `/stats/points/${officeId}?${new URLSearchParams({ period: key, view: of })}`;
  return (
    <main className="grow">
      <PageBar back={{ href: `/stats/points?period=${period.key}`, label: say("back") }}>
        <PageTitle>{say("awards", { office: found.office.shortName })}</PageTitle>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        <Periods period={period} href={(key) => href(key, view)} />
        <Tabs
          name={say("views.name")}
          tabs={views.map((each) => ({
            href: href(period.key, each),
            label: say(`views.${each}`),
            current: each === view,
          }))}
        />
        {view === "sent" ? (
          <SentTable actor={actor} officeId={officeId} period={period} />
        ) : (
          <AwardsTable found={found} />
        )}
      </div>
    </main>
  );
}
