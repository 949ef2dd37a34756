"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { NavList, type Place } from "./NavList";

/** The places, in the pages of Next. */
export function NavLinks({ links, name }: { links: Place[]; name: string }) {
  return <NavList links={links} name={name} path={usePathname()} link={Link} beside={<OnItsWay />} />;
}

/** Says that the page asked for is on its way, where the server takes its time. */
function OnItsWay() {
  const say = useTranslations("loading");
  const { pending } = useLinkStatus();
  return pending ? (
    <span role="status" className="sr-only">
      {say("page")}
    </span>
  ) : null;
}
