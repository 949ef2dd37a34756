"use client";

import { type SyntheticEvent, useEffect, useState } from "react";

/**
 * A row that is looked at and its place on the sheet carry the same red bar. Returns the row's id and
 * what the list around must listen with.
 */
export function usePointing() {
  const [current, setCurrent] = useState<string | null>(null);

  useEffect(() => {
    const place = current && document.getElementById(`entry-${current}`);
    if (!place) return;
    place.dataset.current = "";
    // Beside each other the sheet scrolls along; one above the other, the page must stay where it is.
    if (window.matchMedia("(min-width: 1200px)").matches) place.scrollIntoView({ block: "nearest" });
    return () => {
      delete place.dataset.current;
    };
  }, [current]);

  const look = ({ target }: SyntheticEvent) => {
    if (!(target instanceof Element)) return;
    const row = target.closest("[role=row]")?.querySelector<HTMLElement>("[data-entry]");
    if (row) setCurrent(row.dataset.entry ?? null);
  };
  return { current, listening: { onFocus: look, onMouseOver: look } };
}
