import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { SearchMark } from "@/components/SearchMark";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

type Props = { accountId: string; locale: Language; large?: boolean };

/** The one box (components/SearchBox.tsx) in a document: a way to the page of search, which the scripts open over it. */
export function SearchLink({ accountId, locale, large = false }: Props) {
  const say = sayIn(locale, "search");
  const icon = (
    <Made tag="span" className="max-sm:text-ink max-sm:[&>svg]:size-5" html={iconMarkup("Search", large ? 24 : 16)} />
  );
  return (
    <a
      href="/search"
      aria-label={say("open")}
      aria-keyshortcuts="Control+K /"
      data-opens="search"
      data-key="/"
      data-about={JSON.stringify({ accountId })}
      className="group inline-flex min-h-11 min-w-11 items-center justify-center"
    >
      <SearchMark icon={icon} words={say("box")} large={large} />
    </a>
  );
}
