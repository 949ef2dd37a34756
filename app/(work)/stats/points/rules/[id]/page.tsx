import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { lastQuarter } from "@/bulletin/archive/points/period";
import { ruleSets } from "@/bulletin/archive/points/ruleSets";
import { rulesChoices } from "@/bulletin/archive/points/rulesChoices";
import { typedOf } from "@/bulletin/archive/points/typed";
import { has } from "@/bulletin/policy";
import { PageBar, PageTitle } from "@/components/PageBar";
import { addDays, formatDay, today } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { requireSight, seen } from "@/lib/sight";
import { periodName } from "../../../periodName";
import { RulesForm } from "./RulesForm";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pointsRules"))("title") };
}

/** A rule set in its form: a new one begins as a copy of the last; one that has begun can only be read. */
export default async function RuleSetPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const [say, stats, locale, { sets, stamp }] = await Promise.all([
    getTranslations("pointsRules"),
    getTranslations("stats"),
    getLocale(),
    seen(ruleSets(actor)),
  ]);
  const set = sets.find((each) => each.id === id);
  requireSight(id === "new" ? has(actor, "editor") : set !== undefined);
  const choices = await seen(rulesChoices(actor, set?.rules ?? null));
  const began = set !== undefined && (set.from <= today() || !has(actor, "editor"));
  const from = set?.from ?? (sets.some((each) => each.from <= today()) ? addDays(today(), 1) : choices.since);
  const whole = formatDay(from, locale, { weekday: false, year: true });
  const { publications, levels, offices } = choices;
  const groups = (["county", "committee"] as const).map((kind) => ({
    name: say(kind),
    officeIds: offices.filter((office) => office.kind === kind).map((office) => office.id),
  }));
  const like = set ?? sets.at(0);
  return (
    <main className="grow">
      <PageBar back={{ href: "/stats/points/rules", label: say("title") }}>
        <PageTitle>{set ? say(began ? "viewTitle" : "changeTitle", { day: whole }) : say("newTitle")}</PageTitle>
      </PageBar>
      <RulesForm
        key={id}
        set={{ id: set?.id ?? "", from, seen: stamp, began }}
        typed={typedOf(like?.rules ?? null, publications, levels, groups)}
        publications={publications}
        levels={levels}
        offices={offices}
        quarter={periodName(stats, lastQuarter(), locale)}
      />
    </main>
  );
}
