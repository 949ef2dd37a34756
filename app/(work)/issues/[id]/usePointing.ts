"use client";

import type { SyntheticEvent } from "react";
import { point, usePointed } from "./pages/pointing";

/**
 * A row that is looked at and its place on the page carry the same red bar. Returns the row's id and
 * what the list around must listen with.
 */
export function usePointing() {
  const pointed = usePointed();
  const look = ({ target }: SyntheticEvent) => {
    if (!(target instanceof Element)) return;
    const row = target.closest("[role=row]")?.querySelector<HTMLElement>("[data-entry]");
    if (row?.dataset.entry) point({ entry: row.dataset.entry, block: null });
  };
  return { current: pointed?.entry ?? null, listening: { onFocus: look, onMouseOver: look } };
}
