import { ChevronLeft, Menu, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Content } from "@/bulletin/press/content";
import { Downloads } from "@/components/Downloads";
import { editionWords } from "@/components/editionWords";
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
};

/** What is being read, where one is in it, and how large. On a telephone the choices lie behind three lines. */
export function ReadingHead({ issueId, content, hasWord, size, contrast, within }: Props) {
  const say = useTranslations("read");
  const name = useTranslations("issueName");
  const find = useTranslations("search");
  const { publication, series, number, edition = 1 } = content;
  return (
    <header className="noprint sticky top-0 z-10 border-b border-line-2 bg-sheet">
      <div className="mx-auto flex min-h-14 max-w-[760px] flex-wrap items-center gap-x-4 px-7 max-sm:px-3">
        <Link
          prefetch={false}
          href={`/reading${within}`}
          aria-label={say("back")}
          className="inline-flex min-h-11 min-w-11 items-center justify-center text-ink-2 min-[1000px]:hidden"
        >
          <ChevronLeft size={24} aria-hidden />
        </Link>
        <h1 className="flex items-baseline gap-3 font-serif">
          <span className="font-black text-vermilion">{publication}</span>
          <b>
            {name(series, { number })}
            {edition > 1 && editionWords(name, edition)}
          </b>
        </h1>
        <span className="max-sm:ml-auto">
          <span className="max-sm:hidden">
            <StoryPlace />
          </span>
          <span className="sm:hidden">
            <StoryPlace short />
          </span>
        </span>
        <span className="ml-auto max-[1000px]:hidden">
          <SizeChoice size={size} />
        </span>
        <Link
          prefetch={false}
          href="/search"
          aria-label={find("title")}
          className="inline-flex min-h-11 min-w-11 items-center justify-center min-[1000px]:hidden sm:ml-auto"
        >
          <Search size={24} aria-hidden />
        </Link>
        <details className="relative">
          <summary
            aria-label={say("more")}
            className="inline-flex min-h-11 min-w-11 list-none items-center justify-center gap-2"
          >
            <Menu size={24} aria-hidden />
            <span className="max-sm:sr-only min-[1000px]:sr-only">{say("more")}</span>
          </summary>
          <div className="absolute top-12 right-0 z-20 grid w-max max-w-[92vw] gap-2 border border-ink bg-sheet p-4">
            <span className="min-[1000px]:hidden">
              <SizeChoice size={size} />
            </span>
            <ContrastChoice contrast={contrast} />
            <ReadAloud />
            <Downloads issueId={issueId} hasWord={hasWord} />
          </div>
        </details>
      </div>
    </header>
  );
}
