import { getTranslations } from "next-intl/server";
import { arePointsOn } from "@/bulletin/archive/points/keeping";
import { Tabs } from "@/components/Tabs";

/** What else there is beside the statistics: relays, and points where they are on. */
export async function StatsLinks({ current }: { current: "relays" | "points" }) {
  const [say, isOn] = await Promise.all([getTranslations("statsLinks"), arePointsOn()]);
  const places = isOn ? (["relays", "points"] as const) : (["relays"] as const);
  return (
    <div className="px-8 max-sm:px-4">
      <Tabs
        name={say("name")}
        tabs={places.map((place) => ({ href: `/stats/${place}`, label: say(place), current: place === current }))}
      />
    </div>
  );
}
