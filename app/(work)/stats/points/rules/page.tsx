import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ruleSets } from "@/bulletin/archive/points/ruleSets";
import { has } from "@/bulletin/policy";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Table } from "@/components/Table";
import { addDays, formatDay, today } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { withdrawRuleSetAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pointsRules"))("title") };
}

/** The rule sets, the latest first, each until the next one begins. */
export default async function RulesPage() {
  const actor = await requireActor();
  const [say, locale, { sets }] = await Promise.all([
    getTranslations("pointsRules"),
    getLocale(),
    seen(ruleSets(actor)),
  ]);
  const mayKeep = has(actor, "editor");
  const whole = (day: string) => formatDay(day, locale, { weekday: false, year: true });
  const current = sets.find(({ from }) => from <= today());
  const rows = sets.map((set, at) => ({
    ...set,
    until: sets[at - 1] && addDays(sets[at - 1]?.from ?? "", -1),
    state: set.from > today() ? ("coming" as const) : set === current ? ("current" as const) : ("past" as const),
  }));
  return (
    <main className="grow">
      <PageBar
        back={{ href: "/stats/points", label: say("back") }}
        acts={
          mayKeep && (
            <LinkButton href="/stats/points/rules/new" tone="primary">
              {say("add")}
            </LinkButton>
          )
        }
      >
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say("fact")}</span>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        {rows.length ? (
          <Table
            caption={say("title")}
            rows={rows}
            columns={[
              { key: "from", head: say("from"), cell: ({ from }) => whole(from) },
              { key: "until", head: say("until"), wide: true, cell: ({ until }) => until && whole(until) },
              { key: "state", head: say("state"), cell: ({ state }) => say(`states.${state}`) },
              { key: "by", head: say("by"), wide: true, cell: ({ byName }) => byName },
              {
                key: "acts",
                head: "",
                align: "right",
                cell: ({ id, from, state }) => (
                  <span className="-my-2 inline-flex flex-wrap justify-end gap-x-4">
                    <LinkButton tone="text" href={`/stats/points/rules/${id}`}>
                      {say(state === "coming" && mayKeep ? "change" : "view")}
                    </LinkButton>
                    {state === "coming" && mayKeep && (
                      <ActDialog
                        verb={say("withdraw")}
                        title={say("withdrawTitle", { day: whole(from) })}
                        action={withdrawRuleSetAction as never}
                        hidden={{ id }}
                        openTone="text"
                        staysOpen
                      >
                        <p>{say("withdrawFact")}</p>
                      </ActDialog>
                    )}
                  </span>
                ),
              },
            ]}
          />
        ) : (
          <Empty title={say("none")} fact={say("noneFact")} />
        )}
      </div>
    </main>
  );
}
