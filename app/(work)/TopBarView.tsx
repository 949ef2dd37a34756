import type { ElementType, ReactNode } from "react";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import type { Actor } from "@/lib/actor";
import type { Language } from "@/lib/languages";
import { listed } from "@/lib/listed";
import { sayIn } from "@/lib/say";

type Props = {
  actor: Actor;
  locale: Language;
  /** How many are new. */
  notices: number;
  /** What a link is made of here. */
  link: ElementType;
  places: ReactNode;
  search: ReactNode;
};

/** The bar above the pages of whoever works here, with the links of Next or in a document. */
export function TopBarView({ actor, locale, notices, link: To, places, search }: Props) {
  const say = sayIn(locale, "nav");
  return (
    <header data-part="bar" className="noprint flex h-14 items-stretch gap-4 border-b border-line-2 px-8 max-sm:px-4">
      <To
        href="/"
        prefetch={false}
        className="flex items-center font-serif text-[28px] font-black tracking-wide text-vermilion"
      >
        {say("mark")}
      </To>
      <span className="flex items-center border-r border-line-2 pr-5 text-ink-2 max-lg:hidden">{actor.officeName}</span>
      {places}
      <span className="ml-auto flex items-center">{search}</span>
      <To
        prefetch={false}
        href="/notices"
        aria-label={notices ? say("newNotices", { count: notices }) : say("notices")}
        className="inline-flex min-w-11 items-center justify-center gap-1.5 hover:text-ink"
      >
        <Made tag="span" className="contents" html={iconMarkup("Bell", 20)} />
        {notices > 0 && <span className="text-ink-2">{notices}</span>}
      </To>
      <Person actor={actor} locale={locale} link={To} />
    </header>
  );
}

/** Who is signed in, and what concerns them alone; sent to /session, also from a document. */
function Person({ actor, locale, link: To }: Pick<Props, "actor" | "locale" | "link">) {
  const [say, role] = [sayIn(locale, "nav"), sayIn(locale, "roles")];
  const other = locale === "en" ? "zh-CN" : "en";
  const wide = "min-h-11 w-full px-3 text-left hover:bg-sunk";
  return (
    <details data-menu className="group relative flex items-center">
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
        <To prefetch={false} href="/account" className="flex min-h-11 items-center px-3 hover:bg-sunk">
          {say("account")}
        </To>
        <form method="post" action="/session">
          <input type="hidden" name="language" value={other} />
          <button type="submit" name="act" value="language" className={wide} lang={other}>
            {say("otherLanguage")}
          </button>
          <button type="submit" name="act" value="signOut" className={wide}>
            {say("signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
