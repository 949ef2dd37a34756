"use client";

import { useEffect, useRef } from "react";

/** Calls `run` on a single key, but never while something is being typed, chosen or confirmed. */
export function useShortcut(key: string | undefined, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!key) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key.toLowerCase() || !isForPage(event)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [key]);
}

/** Whether a key is the page's: nothing is being typed, chosen or confirmed. */
export function isForPage(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return (
    !(event.ctrlKey || event.metaKey || event.altKey) &&
    !target.isContentEditable &&
    !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
    !document.querySelector("dialog[open]")
  );
}
