"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again when anybody changes this issue. The browser reconnects by itself. */
export function Live({ issueId }: { issueId: string }) {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(`/issues/${issueId}/live`);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const refresh = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => router.refresh(), 150);
    };
    source.onmessage = refresh;
    // What happened while the line was down is not sent again.
    source.onopen = () => {
      if (opened) refresh();
      opened = true;
      document.documentElement.dataset.live = issueId;
    };
    return () => {
      clearTimeout(waiting);
      source.close();
      delete document.documentElement.dataset.live;
    };
  }, [issueId, router]);
  return null;
}
