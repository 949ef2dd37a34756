"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/useShortcut";
import { useStories } from "./Stories";

/** 第2篇，共23篇; on a telephone 2 / 23. */
export function StoryPlace() {
  const say = useTranslations("read");
  const { stories, at } = useStories();
  if (stories.length < 2) return null;
  const values = { at: at + 1, count: stories.length };
  return (
    <span className="whitespace-nowrap text-ink-3 tabular-nums">
      <span className="max-sm:hidden">{say("place", values)}</span>
      <span className="sm:hidden">{`${values.at} / ${values.count}`}</span>
    </span>
  );
}

type Neighbours = { previous: string | null; next: string | null };

/** One story on or back by one touch or an arrow key; behind the last one comes the next issue. */
export function StorySteps({ previous, next }: Neighbours) {
  const say = useTranslations("read");
  const router = useRouter();
  const { stories, at, whole, go } = useStories();
  const isFirst = whole || at <= 0;
  const isLast = whole || at >= stories.length - 1;
  const back = () => (isFirst ? previous && router.push(previous) : go(at - 1));
  const on = () => (isLast ? next && router.push(next) : go(at + 1));
  useShortcut("ArrowLeft", back);
  useShortcut("ArrowRight", on);
  useShortcut("n", () => next && router.push(next));
  const look =
    "inline-flex min-h-[52px] min-w-11 items-center justify-center gap-2 px-2 text-lead disabled:text-ink-3 whitespace-nowrap";
  return (
    <nav aria-label={say("steps")} className="ml-auto flex items-center gap-2 max-sm:gap-0">
      <button type="button" onClick={back} disabled={isFirst && !previous} className={look}>
        <ChevronLeft size={24} aria-hidden />
        <span className="max-sm:sr-only">{isFirst ? say("previous") : say("previousStory")}</span>
      </button>
      <button type="button" onClick={on} disabled={isLast && !next} className={look}>
        <span className="max-sm:sr-only">{isLast ? say("next") : say("nextStory")}</span>
        <ChevronRight size={24} aria-hidden />
      </button>
    </nav>
  );
}
