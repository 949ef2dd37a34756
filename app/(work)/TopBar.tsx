import Link from "next/link";
import { getLocale } from "next-intl/server";
import { maySearch } from "@/bulletin/policy";
import { SearchBox } from "@/components/SearchBox";
import type { Actor } from "@/lib/actor";
import { sayIn } from "@/lib/say";
import { NavLinks } from "./NavLinks";
import { TopBarView } from "./TopBarView";
import { topBarOf } from "./topBarOf";

/** Brand, office, places, person. Below 640 px the places move to a bar at the bottom. */
export async function TopBar({ actor }: { actor: Actor }) {
  const locale = await getLocale();
  const { links, notices } = await topBarOf(actor, locale);
  return (
    <TopBarView
      actor={actor}
      locale={locale}
      notices={notices}
      link={Link}
      places={<NavLinks links={links} name={sayIn(locale, "nav")("name")} />}
      search={maySearch(actor) && <SearchBox accountId={actor.id} />}
    />
  );
}
