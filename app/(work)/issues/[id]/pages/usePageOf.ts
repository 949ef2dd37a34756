"use client";

import { useSyncExternalStore } from "react";
import { stateOf, subscribe } from "./store";

/** The page on which each entry begins, as far as the pages are there. */
export function usePageOf(issueId: string): (entry: string) => number | null {
  const { shown } = useSyncExternalStore(
    subscribe,
    () => stateOf(issueId),
    () => stateOf(issueId),
  );
  return (entry) => shown?.areas.find((area) => area.entry === entry)?.page ?? null;
}
