import type { Content } from "@/bulletin/press/content";
import { DownloadLinks } from "@/components/Downloads";
import { editionWords } from "@/components/editionWords";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { contentsId } from "./contents";
import { ContrastChoice, SizeChoice } from "./SizeChoice";
import type { Size } from "./size";

type Props = {
  issueId: string;
  content: Content;
  /** How many stories there are to count. */
  stories: number;
  /** Traced copies leave as PDF alone. */
  hasWord: boolean;
  size: Size | "unset";
  contrast: boolean;
  /** Where the reader came from; `besideTray`: on a wide screen the tray at the side leads there. */
  back: { href: string; label: string; besideTray: boolean };
  locale: Language;
};

const around = "inline-flex min-h-11 min-w-11 items-center justify-center";

/** What is being read, where one is in it, and how large. On a telephone the choices lie behind three lines. */
export function ReadingHead({ issueId, content, stories, hasWord, size, contrast, back, locale }: Props) {
  const say = sayIn(locale, "read");
  const name = sayIn(locale, "issueName");
  const { publication, series, number, edition = 1 } = content;
  const named = `${name(series, { number })}${edition > 1 ? editionWords(name, edition) : ""}`;
  return (
    <header data-part="head" className="noprint sticky top-0 z-10 border-b border-line-2 bg-sheet">
      <div className="mx-auto flex min-h-14 max-w-[760px] flex-wrap items-center gap-x-4 px-7 max-sm:flex-nowrap max-sm:gap-x-1 max-sm:px-3">
        <a
          href={back.href}
          aria-label={back.label}
          className={`${around} shrink-0 text-ink-2 ${back.besideTray ? "min-[1000px]:hidden" : ""}`}
        >
          <Icon name="ChevronLeft" />
          {!back.besideTray && <span className="max-[1000px]:hidden">{back.label}</span>}
        </a>
        <h1 className="flex min-w-0 items-baseline gap-3 font-serif max-sm:gap-2">
          <span className="font-black text-vermilion max-sm:truncate">{publication}</span>
          <b className="max-sm:whitespace-nowrap">{named}</b>
        </h1>
        <span className="max-sm:ml-auto">{stories > 1 && <StoryPlace stories={stories} locale={locale} />}</span>
        <span className="ml-auto max-[1000px]:hidden">
          <SizeChoice size={size} locale={locale} />
        </span>
        <a
          href="/search"
          aria-label={sayIn(locale, "search")("title")}
          className={`${around} min-[1000px]:hidden sm:ml-auto`}
        >
          <Icon name="Search" />
        </a>
        <details data-menu className="relative">
          <summary aria-label={say("more")} className={`${around} list-none gap-2`}>
            <Icon name="Menu" />
            <span className="max-sm:sr-only min-[1000px]:sr-only">{say("more")}</span>
          </summary>
          <div className="absolute top-12 right-0 z-20 grid w-max max-w-[92vw] gap-2 border border-ink bg-sheet p-4">
            <span className="min-[1000px]:hidden">
              <SizeChoice size={size} locale={locale} />
            </span>
            <ContrastChoice contrast={contrast} locale={locale} />
            <ReadAloud locale={locale} />
            <span className="-ml-1">
              <DownloadLinks issueId={issueId} hasWord={hasWord} say={sayIn(locale, "downloads")} />
            </span>
          </div>
        </details>
      </div>
    </header>
  );
}

/** 第2篇，共23篇; on a telephone 2 / 23. The scripts put the number in (`@`). Leads to the list of stories. */
function StoryPlace({ stories: count, locale }: { stories: number; locale: Language }) {
  const told = sayIn(locale, "read")("place", { at: "@", count });
  const first = (text: string) => text.replace("@", "1");
  return (
    <a
      href={`#${contentsId}`}
      title={sayIn(locale, "read")("contents")}
      className={`${around} whitespace-nowrap text-ink-3 tabular-nums hover:underline`}
    >
      <span data-place={told} className="max-sm:hidden">
        {first(told)}
      </span>
      <span data-place={`@ / ${count}`} className="sm:hidden">
        {first(`@ / ${count}`)}
      </span>
    </a>
  );
}

/** Shown where the browser has a voice (app/document/browser/aloud.ts). */
function ReadAloud({ locale }: { locale: Language }) {
  const say = sayIn(locale, "read");
  const one = "inline-flex items-center gap-2 whitespace-nowrap [[hidden]]:hidden";
  return (
    <button type="button" data-aloud hidden aria-pressed="false" className="text-left [[hidden]]:hidden">
      <span data-when="silent" className={`${one} min-h-11`}>
        <Icon name="Volume2" size={20} />
        {say("readAloud")}
      </span>
      <span data-when="speaking" hidden className={`${one} min-h-11`}>
        <Icon name="Square" size={20} />
        {say("stopReading")}
      </span>
    </button>
  );
}

function Icon({ name, size = 24 }: { name: Parameters<typeof iconMarkup>[0]; size?: number }) {
  return <Made tag="span" className="contents" html={iconMarkup(name, size)} />;
}
