"use client";

import { useEffect, useRef } from "react";

/**
 * A line from the server, as long as the page is looked at: a browser has six connections for all its
 * tabs, and lines in tabs that nobody sees would take them. `told` is called with what comes; `missed`
 * when the line has come back, since what was said meanwhile is not said again.
 */
export function useLive(url: string, told: (data: string) => void, missed: () => void): void {
  const latest = useRef({ told, missed });
  latest.current = { told, missed };
  useEffect(() => {
    let source: EventSource | undefined;
    // Whether anything can have been said that this page did not hear.
    let missing = document.hidden;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(url);
      source.onmessage = ({ data }) => latest.current.told(data);
      // A browser gives a line up for good when it is answered with an error, as while the server starts again.
      source.onerror = () => {
        missing = true;
        if (source?.readyState !== EventSource.CLOSED) return;
        close();
        again = setTimeout(look, 5_000);
      };
      source.onopen = () => {
        if (missing) latest.current.missed();
        missing = false;
        document.documentElement.dataset.live = [...new Set([...lines(), url])].join(" ");
      };
    };
    const close = () => {
      clearTimeout(again);
      if (source) missing = true;
      source?.close();
      source = undefined;
      document.documentElement.dataset.live = lines()
        .filter((each) => each !== url)
        .join(" ");
    };
    const look = () => {
      if (document.hidden) close();
      else if (!source) open();
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      close();
    };
  }, [url]);
}

/** Which lines are open, for whoever waits for them. */
function lines(): string[] {
  return (document.documentElement.dataset.live ?? "").split(" ").filter(Boolean);
}
