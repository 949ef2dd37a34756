import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";

type Props = {
  stories: number;
  previous: string | null;
  next: string | null;
  /** Beside the receipt, where the bar of a telephone has two rows. */
  above: boolean;
  locale: Language;
};

/**
 * One story on or back by one touch or an arrow key; behind the last one comes the next issue. As it stands at the
 * first story; the scripts say the rest (app/document/browser/place.ts).
 */
export function StorySteps({ stories, previous, next, above, locale }: Props) {
  const say = sayIn(locale, "read");
  return (
    <nav
      aria-label={say("steps")}
      className={`ml-auto flex items-center gap-2 max-sm:gap-0 noscript:hidden ${above ? "max-sm:order-first" : ""}`}
    >
      <Step to="back" href={previous} leaves words={[say("previous"), say("previousStory")]} />
      <Step to="on" href={next} leaves={stories < 2} words={[say("next"), say("nextStory")]} />
    </nav>
  );
}

type StepProps = { to: "on" | "back"; href: string | null; leaves: boolean; words: [issue: string, story: string] };

function Step({ to, href, leaves, words: [issue, story] }: StepProps) {
  const icon = (
    <Made tag="span" className="contents" html={iconMarkup(to === "on" ? "ChevronRight" : "ChevronLeft", 24)} />
  );
  return (
    <button
      type="button"
      data-step={to}
      data-href={href ?? undefined}
      disabled={leaves && !href}
      className="inline-flex min-h-[52px] min-w-11 items-center justify-center gap-2 px-2 text-lead whitespace-nowrap disabled:text-ink-3"
    >
      {to === "back" && icon}
      <span className="max-sm:sr-only">
        <span data-leaves="yes" hidden={!leaves}>
          {issue}
        </span>
        <span data-leaves="no" hidden={leaves}>
          {story}
        </span>
      </span>
      {to === "on" && icon}
    </button>
  );
}
