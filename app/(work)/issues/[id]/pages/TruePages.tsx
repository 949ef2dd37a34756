"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/Button";
import { Downloads } from "@/components/Downloads";
import type { Area } from "@/typesetting/rows/areas";
import { FitLine } from "./FitLine";
import { PageStrip } from "./PageStrip";
import { PageView } from "./PageView";
import { usePointed } from "./pointing";
import { type Draft, redraw, stateOf, subscribe } from "./store";
import { UnplacedLine } from "./UnplacedLine";

type Props = {
  issueId: string;
  /** Changes with every change to the issue. */
  version: string | number;
  draft?: Draft | null;
  /** How the text fills its pages is of use to whoever can still change it, and to nobody else. */
  inWork?: boolean;
  entries: { id: string; title: string }[];
  onOpen?: (area: Area) => void;
};

/** The issue as it will be printed, redrawn with every change. There is no preview: this is it. */
export function TruePages({ issueId, version, draft = null, inWork = true, entries, onOpen }: Props) {
  const say = useTranslations("pages");
  const { shown, failed } = useSyncExternalStore(
    subscribe,
    () => stateOf(issueId),
    () => stateOf(issueId),
  );
  const [wide, setWide] = useState(draft !== null);
  const pointed = usePointed();
  const scroller = useRef<HTMLDivElement>(null);
  const written = useMemo(() => draft && JSON.stringify(draft), [draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is what tells that the issue has changed
  useEffect(() => {
    redraw({ issueId, draft: written ? (JSON.parse(written) as Draft) : null });
  }, [issueId, version, written]);

  useEffect(() => {
    if (!pointed || !shown) return;
    const own = shown.areas.filter(({ entry }) => entry === pointed.entry);
    const area = own.find(({ block }) => block === pointed.block) ?? own[0];
    if (area) bring(scroller.current, area, shown.pages[area.page - 1]?.height ?? 1);
  }, [pointed, shown]);

  const nameOf = (id: string) => {
    const at = entries.findIndex((entry) => entry.id === id);
    const entry = entries[at];
    return entry ? { number: at + 1, title: entry.title } : null;
  };
  return (
    <section className="flex min-h-0 min-w-0 grow flex-col bg-table" aria-label={say("name")}>
      <div className="flex min-h-12 flex-wrap items-center gap-x-6 border-b border-line-2 bg-paper px-6 max-sm:px-4">
        <span>{shown && say("count", { count: shown.pages.length })}</span>
        {inWork && shown?.fit && <FitLine fit={shown.fit} nameOf={nameOf} />}
        {inWork && shown?.unplaced && <UnplacedLine unplaced={shown.unplaced} nameOf={nameOf} />}
        <span role="status" className="text-ochre">
          {failed !== null && shown && (failed ? say("refused", { reason: failed }) : say("failed"))}
        </span>
        <span className="ml-auto flex items-center gap-x-5">
          <Downloads issueId={issueId} />
          <Button tone="text" onClick={() => setWide(!wide)}>
            {wide ? say("wholePages") : say("wide")}
          </Button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (axe: scrollable-region-focusable) */}
      <div ref={scroller} tabIndex={0} className="relative min-h-0 grow p-5 max-sm:p-2 lg:overflow-y-auto">
        {!shown && (
          <p className="py-16 text-center text-ink-3">
            {failed === null ? say("setting") : failed || say("failedFirst")}
          </p>
        )}
        <div className={`grid gap-2.5 ${wide ? "mx-auto max-w-[820px]" : "sm:grid-cols-2"}`}>
          {shown?.pages.map((page, at) => (
            <PageView
              key={at}
              page={page}
              number={at + 1}
              label={say("page", { number: at + 1 })}
              areas={shown.areas}
              current={pointed}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      {shown && shown.pages.length > 2 && <PageStrip shown={shown} onGo={(number) => goTo(scroller.current, number)} />}
    </section>
  );
}

/** Scrolls as little as is needed to show a place. */
function bring(scroller: HTMLElement | null, area: Area, height: number): void {
  const page = scroller?.querySelector<HTMLElement>(`[data-page="${area.page}"]`);
  if (!scroller || !page || getComputedStyle(scroller).overflowY === "visible") return;
  const top = page.offsetTop + (area.y / height) * page.offsetHeight;
  const bottom = top + (area.height / height) * page.offsetHeight;
  if (top < scroller.scrollTop + 40) scroller.scrollTop = top - 80;
  else if (bottom > scroller.scrollTop + scroller.clientHeight - 40)
    scroller.scrollTop = Math.min(top - 80, bottom - scroller.clientHeight + 120);
}

function goTo(scroller: HTMLElement | null, number: number): void {
  scroller?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: "start" });
}
