"use client";

import { useSyncExternalStore } from "react";

/** How a file stands on this page: the version that its last change made, and what is typed and not kept yet. */
type Standing = { version: number; open: string[] };

const standings = new Map<string, Standing>();
const told = new Set<() => void>();
const none: Standing = { version: 0, open: [] };

/** As the page was read, or as something on it has changed the file since. */
export function useStanding(id: string, version: number): Standing {
  const known = useSyncExternalStore(
    (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
    () => standings.get(id) ?? none,
    () => none,
  );
  return known.version >= version ? known : { ...known, version };
}

/** `what` is typed and not kept, or is no longer so. */
export function setOpen(id: string, what: string, isOpen: boolean): void {
  const { version, open } = standings.get(id) ?? none;
  if (open.includes(what) === isOpen) return;
  put(id, { version, open: isOpen ? [...open, what] : open.filter((each) => each !== what) });
}

export function setVersion(id: string, version: number): void {
  put(id, { ...(standings.get(id) ?? none), version });
}

function put(id: string, standing: Standing): void {
  standings.set(id, standing);
  for (const tell of told) tell();
}
