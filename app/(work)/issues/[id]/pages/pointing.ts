import { useSyncExternalStore } from "react";

/** What is looked at or written: its row and its place on the page carry the same red bar. */
export type Pointed = { entry: string; block: number | null } | null;

let pointed: Pointed = null;
const listeners = new Set<() => void>();

export function point(next: Pointed): void {
  if (next?.entry === pointed?.entry && next?.block === pointed?.block) return;
  pointed = next;
  for (const listener of listeners) listener();
}

export function usePointed(): Pointed {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pointed,
    () => null,
  );
}
