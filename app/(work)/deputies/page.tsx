import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { has } from "@/bulletin/policy";
import { PageBar, PageTitle } from "@/components/PageBar";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { Trays } from "./Trays";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deputies"))("title") };
}

/** A reader gives their tray into somebody's care while they are away. */
export default async function DeputiesPage() {
  const actor = await requireActor();
  requireSight(has(actor, "reader"));
  const say = await getTranslations("deputies");
  return (
    <main className="grow">
      <PageBar back={{ href: "/reading", label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
      </PageBar>
      <div className="mx-auto max-w-[960px] px-8 py-4 max-sm:px-4">
        <Trays actor={actor} />
      </div>
    </main>
  );
}
