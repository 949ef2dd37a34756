import type { Content } from "@/bulletin/press/content";
import { Downloads } from "@/components/Downloads";
import { editionWords } from "@/components/editionWords";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { html } from "@/components/markup";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { ReadAloud } from "./ReadAloud";
import { ContrastChoice, SizeChoice } from "./SizeChoice";
import { StoryPlace } from "./StoryPlace";
import type { Size } from "./size";

type Props = {
  issueId: string;
  content: Content;
  /** Traced copies leave as PDF alone. */
  hasWord: boolean;
  size: Size | "unset";
  contrast: boolean;
  within: string;
  locale: Language;
};

/** What is being read, where one is in it, and how large. On a telephone the choices lie behind three lines. */
export function ReadingHead({ issueId, content, hasWord, size, contrast, within, locale }: Props) {
  const say = sayIn(locale, "read");
  const name = sayIn(locale, "issueName");
  const find = sayIn(locale, "search");
  const { publication, series, number, edition = 1 } = content;
  const named = `${name(series, { number })}${edition > 1 ? editionWords(name, edition) : ""}`;
  const title = html`<a href="${{ text: `/reading${within}` }}" aria-label="${{ text: say("back") }}" class="inline-flex min-h-11 min-w-11 items-center justify-center text-ink-2 min-[1000px]:hidden">${iconMarkup("ChevronLeft", 24)}</a><h1 class="flex items-baseline gap-3 font-serif"><span class="font-black text-vermilion">${{ text: publication }}</span><b>${{ text: named }}</b></h1>`;
  const search = html`<a href="/search" aria-label="${{ text: find("title") }}" class="inline-flex min-h-11 min-w-11 items-center justify-center min-[1000px]:hidden sm:ml-auto">${iconMarkup("Search", 24)}</a>`;
  const more = html`${iconMarkup("Menu", 24)}<span class="max-sm:sr-only min-[1000px]:sr-only">${{ text: say("more") }}</span>`;
  return (
    <header className="noprint sticky top-0 z-10 border-b border-line-2 bg-sheet">
      <div className="mx-auto flex min-h-14 max-w-[760px] flex-wrap items-center gap-x-4 px-7 max-sm:px-3">
        <Made className="contents" html={title} />
        <span className="max-sm:ml-auto">
          <StoryPlace />
        </span>
        <span className="ml-auto max-[1000px]:hidden">
          <SizeChoice size={size} locale={locale} />
        </span>
        <Made className="contents" html={search} />
        <details className="relative">
          <summary
            aria-label={say("more")}
            className="inline-flex min-h-11 min-w-11 list-none items-center justify-center gap-2"
          >
            <Made tag="span" className="contents" html={more} />
          </summary>
          <div className="absolute top-12 right-0 z-20 grid w-max max-w-[92vw] gap-2 border border-ink bg-sheet p-4">
            <span className="min-[1000px]:hidden">
              <SizeChoice size={size} locale={locale} />
            </span>
            <ContrastChoice contrast={contrast} locale={locale} />
            <ReadAloud />
            <Downloads issueId={issueId} hasWord={hasWord} />
          </div>
        </details>
      </div>
    </header>
  );
}
