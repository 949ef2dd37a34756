import { getTranslations } from "next-intl/server";
import { arePointsOn } from "@/bulletin/archive/points/keeping";
import { type Tab, Tabs } from "@/components/Tabs";

type Place = "stats" | "relays" | "points";

/** What there is beside the statistics: relays, and points where they are on. */
export async function placesBeside(current: Place): Promise<Tab[]> {
  const [say, isOn] = await Promise.all([getTranslations("statsLinks"), arePointsOn()]);
  const places = isOn ? (["relays", "points"] as const) : (["relays"] as const);
  return places.map((place, at) => ({
    href: `/stats/${place}`,
    label: say(place),
    current: place === current,
    apart: at === 0,
  }));
}

/** The way back to the statistics, and to what lies beside the present page. */
export async function StatsLinks({ current }: { current: Place }) {
  const [say, beside] = await Promise.all([getTranslations("statsLinks"), placesBeside(current)]);
  return (
    <div className="noprint px-8 max-sm:px-4">
      <Tabs
        name={say("name")}
        tabs={[{ href: "/stats", label: say("stats"), current: current === "stats" }, ...beside]}
      />
    </div>
  );
}
