"use client";

import { type ReactNode, useEffect } from "react";
import { type Early, earlyIn, tell } from "./earlyBoxes";
import { useIsAlive } from "./useIsAlive";

/**
 * Around what people write in: what was typed, ticked or chosen before the scripts were at work is told to them.
 * React takes the boxes over as it finds them, or puts back what they held, and hears of it no more, so that the next
 * stroke would wipe it out. Seen before React comes to the boxes, and told after what a page does by itself when it
 * begins. Not where a page is reloaded or come back to: what the browser fills in then may be older than ours.
 */
export function EarlyTyping({ children }: { children: ReactNode }) {
  return (
    <>
      <Seen />
      {children}
      <Told />
    </>
  );
}

let early: Early[] = [];

/** Stands before the boxes, and is drawn before React takes them over. */
function Seen() {
  const isTakenOver = useIsAlive();
  if (!isTakenOver && typeof document !== "undefined" && isOpenedAnew()) early = earlyIn(document);
  return null;
}

/** Stands behind the boxes, whose own effects come first. */
function Told() {
  useEffect(() => {
    for (const each of early) tell(each);
    early = [];
  }, []);
  return null;
}

function isOpenedAnew(): boolean {
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return visit?.type === "navigate";
}
