import Link from "next/link";
import { getLocale } from "next-intl/server";
import { chooseLanguage, signOut } from "@/app/sign-in/actions";
import { openCount } from "@/bulletin/desk/queue";
import { type Place, placesOf } from "@/bulletin/places";
import { has, maySearch } from "@/bulletin/policy";
import { waitingFor } from "@/bulletin/post/reading";
import { firstTray } from "@/bulletin/post/trays";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { SearchBox } from "@/components/SearchBox";
import type { Actor } from "@/lib/actor";
import { listed } from "@/lib/listed";
import { sayIn } from "@/lib/say";
import { NavLinks } from "./NavLinks";

/** Brand, office, places, person. Below 640 px the places move to a bar at the bottom. */
export async function TopBar({ actor }: { actor: Actor }) {
  const [locale, desk, { notices, issues }] = await Promise.all([
    getLocale(),
    has(actor, "editor") ? openCount(actor) : undefined,
    waitingFor(actor),
  ]);
  const [say, role] = [sayIn(locale, "nav"), sayIn(locale, "roles")];
  const places = placesOf(actor);
  const counts: Partial<Record<Place, number>> = { desk, reading: firstTray(actor) === actor.id ? issues : undefined };
  const links = places.map((place) => ({ href: `/${place}`, label: say(place), count: counts[place] }));
  return (
    <header className="noprint flex h-14 items-stretch gap-4 border-b border-line-2 px-8 max-sm:px-4">
      <Link
        href="/"
        prefetch={false}
        className="flex items-center font-serif text-[28px] font-black tracking-wide text-vermilion"
      >
        {say("mark")}
      </Link>
      <span className="flex items-center border-r border-line-2 pr-5 text-ink-2 max-lg:hidden">{actor.officeName}</span>
      <NavLinks links={links} name={say("name")} />
      <span className="ml-auto flex items-center">{maySearch(actor) && <SearchBox accountId={actor.id} />}</span>
      <Link
        prefetch={false}
        href="/notices"
        aria-label={notices ? say("newNotices", { count: notices }) : say("notices")}
        className="inline-flex min-w-11 items-center justify-center gap-1.5 hover:text-ink"
      >
        <Made tag="span" className="contents" html={iconMarkup("Bell", 20)} />
        {notices > 0 && <span className="text-ink-2">{notices}</span>}
      </Link>
      <details className="group relative flex items-center">
        <summary className="flex min-h-11 list-none items-center gap-2 whitespace-nowrap">
          {actor.name}
          <span className="text-ink-2 max-sm:hidden">
            {listed(
              actor.roles.map((each) => role(each)),
              locale,
            )}
          </span>
          <Made tag="span" className="group-open:rotate-180" html={iconMarkup("ChevronDown", 16)} />
        </summary>
        <div className="absolute top-14 right-0 z-20 w-56 border border-ink bg-sheet p-2">
          <p className="px-3 py-1 text-ink-3">{actor.officeName}</p>
          <Link prefetch={false} href="/account" className="flex min-h-11 items-center px-3 hover:bg-sunk">
            {say("account")}
          </Link>
          <form action={chooseLanguage}>
            <input type="hidden" name="language" value={locale === "en" ? "zh-CN" : "en"} />
            <button
              type="submit"
              className="min-h-11 w-full px-3 text-left hover:bg-sunk"
              lang={locale === "en" ? "zh-CN" : "en"}
            >
              {say("otherLanguage")}
            </button>
          </form>
          <form action={signOut}>
            <button type="submit" className="min-h-11 w-full px-3 text-left hover:bg-sunk">
              {say("signOut")}
            </button>
          </form>
        </div>
      </details>
    </header>
  );
}
