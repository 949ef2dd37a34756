"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { placeOfStory } from "./placeOfStory";

export type Story = { id: string; title: string };
/** A sentence that the reader has marked with the finger or the mouse, and in which story. */
export type Marked = { entryId: string; text: string };

type Reading = {
  stories: Story[];
  at: number;
  /** Everything stands on one screen: there is nothing to scroll to, and each end of the issue is reached at once. */
  whole: boolean;
  go: (to: number) => void;
  marked: () => Marked | null;
};

const Context = createContext<Reading>({ stories: [], at: 0, whole: false, go: () => {}, marked: () => null });

export function useStories(): Reading {
  return useContext(Context);
}

/** Knows which story is being read: the one at the top of the window. */
export function Stories({ stories, children }: { stories: Story[]; children: ReactNode }) {
  const [at, setAt] = useState(0);
  const [whole, setWhole] = useState(false);
  const selection = useRef<(Marked & { when: number }) | null>(null);

  useEffect(() => {
    const look = () => {
      const tops = stories.map(({ id }) => document.getElementById(placeOfStory(id))?.getBoundingClientRect().top ?? 0);
      const { scrollHeight } = document.documentElement;
      const atEnd = window.innerHeight + window.scrollY >= scrollHeight - 4;
      setWhole(scrollHeight <= window.innerHeight + 4);
      setAt(atEnd && window.scrollY > 0 ? stories.length - 1 : Math.max(0, tops.filter((top) => top < 220).length - 1));
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [stories]);

  useEffect(keepPlace, []);

  useEffect(() => {
    const remember = () => {
      const chosen = document.getSelection();
      const text = chosen?.toString().trim() ?? "";
      const within = chosen?.anchorNode?.parentElement?.closest<HTMLElement>("[data-story]");
      if (text && within) selection.current = { entryId: within.dataset.story ?? "", text, when: Date.now() };
    };
    document.addEventListener("selectionchange", remember);
    return () => document.removeEventListener("selectionchange", remember);
  }, []);

  const go = useCallback(
    (to: number) => {
      const story = stories[to];
      if (!story) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      document.getElementById(placeOfStory(story.id))?.scrollIntoView({ behavior: still ? "auto" : "smooth" });
    },
    [stories],
  );

  /** Touching a button takes the selection away on some tablets: what was marked a moment ago still counts. */
  const marked = useCallback(() => {
    const last = selection.current;
    return last && Date.now() - last.when < 15_000 && last.text.length <= 500 ? last : null;
  }, []);

  const reading = useMemo(() => ({ stories, at, whole, go, marked }), [stories, at, whole, go, marked]);
  return <Context.Provider value={reading}>{children}</Context.Provider>;
}

/** Letters become larger or smaller: the line that was at the top of the window stays there. */
function keepPlace(): () => void {
  let line: { element: Element; top: number } | null = null;
  const look = () => {
    const lines = document.querySelectorAll("[data-story] :is(h3, p, li, figure)");
    const element = [...lines].find((each) => each.getBoundingClientRect().bottom > 150);
    line = element ? { element, top: element.getBoundingClientRect().top } : null;
  };
  const restore = () => {
    if (!line?.element.isConnected || window.scrollY < 10) return;
    const moved = line.element.getBoundingClientRect().top - line.top;
    if (Math.abs(moved) > 2) window.scrollBy({ top: moved, behavior: "instant" });
  };
  const main = document.querySelector("main");
  const watch = new ResizeObserver(restore);
  if (main) watch.observe(main);
  window.addEventListener("scroll", look, { passive: true });
  look();
  return () => {
    watch.disconnect();
    window.removeEventListener("scroll", look);
  };
}
