"use client";

import { useEffect, useState } from "react";
import type { Suggestions } from "@/bulletin/archive/search/suggest";

const none: Suggestions = { found: [], offices: [] };
const pause = 120;

/** Suggestions for what is typed, once the typing pauses; what arrives late is not shown. */
export function useSuggestions(q: string): Suggestions {
  const [shown, setShown] = useState(none);
  useEffect(() => {
    if (!q.trim()) return setShown(none);
    const ended = new AbortController();
    const later = setTimeout(() => {
      fetch(`/search/suggest?${new URLSearchParams({ q: q.slice(0, 200) })}`, { signal: ended.signal })
        .then((response) => (response.ok ? response.json() : none))
        // Without suggestions the box still searches.
        .then(setShown, () => {});
    }, pause);
    return () => {
      clearTimeout(later);
      ended.abort();
    };
  }, [q]);
  return shown;
}
