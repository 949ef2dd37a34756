import { openCount } from "@/bulletin/desk/queue";
import { type Place, placesOf } from "@/bulletin/places";
import { has } from "@/bulletin/policy";
import { waitingFor } from "@/bulletin/post/reading";
import { firstTray } from "@/bulletin/post/trays";
import type { Actor } from "@/lib/actor";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

/** The places of a person, how much waits in them, and how many notices are new. */
export async function topBarOf(actor: Actor, locale: Language) {
  const [desk, { notices, issues }] = await Promise.all([
    has(actor, "editor") ? openCount(actor) : undefined,
    waitingFor(actor),
  ]);
  const say = sayIn(locale, "nav");
  const counts: Partial<Record<Place, number>> = { desk, reading: firstTray(actor) === actor.id ? issues : undefined };
  const links = placesOf(actor).map((place) => ({ href: `/${place}`, label: say(place), count: counts[place] }));
  return { links, notices };
}
