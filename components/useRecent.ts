"use client";

import { useState } from "react";

const most = 6;

/** What this person looked for last in this browser; nobody else's, where several use it. */
export function useRecent(accountId: string): [string[], (q: string) => void] {
  const key = `bianfa-recent-${accountId}`;
  const [recent, setRecent] = useState(() => read(key));
  const remember = (q: string) => {
    const next = [q, ...recent.filter((each) => each !== q)].slice(0, most);
    setRecent(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still searches.
    }
  };
  return [recent, remember];
}

function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}
