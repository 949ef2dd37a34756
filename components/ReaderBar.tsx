import { Bell } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { maySearch, principalsOf } from "@/bulletin/policy";
import { newNotices } from "@/bulletin/post/notices";
import { unreadCount } from "@/bulletin/post/reading";
import { firstTray } from "@/bulletin/post/trays";
import type { Actor } from "@/lib/actor";
import { formatDay, today } from "@/lib/dates";
import { SearchBox } from "./SearchBox";

/** Above the reading page: whose tray, how much waits, which day it is. Nothing to learn. */
export async function ReaderBar({
  actor,
  of,
  className = "",
}: {
  actor: Actor;
  of: string | null;
  className?: string;
}) {
  const accountId = of ?? firstTray(actor);
  const [say, nav, locale, waiting, notices] = await Promise.all([
    getTranslations("reading"),
    getTranslations("nav"),
    getLocale(),
    accountId ? unreadCount(actor, accountId) : 0,
    newNotices(actor),
  ]);
  const name = principalsOf(actor).find(({ id }) => id === accountId)?.name;
  return (
    <div className={`noprint h-16 items-center gap-6 border-b border-line-2 bg-paper px-7 text-lead ${className}`}>
      <Link
        href="/"
        prefetch={false}
        className="inline-flex min-h-11 items-center font-serif text-[30px] font-black tracking-wide text-vermilion"
      >
        {nav("mark")}
      </Link>
      <span className="whitespace-nowrap">
        {name ? say("waitingFor", { name, count: waiting }) : say("waiting", { name: actor.name, count: waiting })}
      </span>
      <span className="ml-auto whitespace-nowrap text-ink-2">{formatDay(today(), locale)}</span>
      {maySearch(actor) && <SearchBox accountId={actor.id} large />}
      <Link prefetch={false} href="/reading#read" className="inline-flex min-h-11 items-center whitespace-nowrap">
        {say("past")}
      </Link>
      <Link
        prefetch={false}
        href="/notices"
        aria-label={notices ? nav("newNotices", { count: notices }) : nav("notices")}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5"
      >
        <Bell size={24} aria-hidden />
        {notices > 0 && <span>{notices}</span>}
      </Link>
    </div>
  );
}
