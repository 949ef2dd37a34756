import type { Area } from "./rows/areas";

/** The page (from 1) on which each entry begins, by its id; an entry that was not placed has none. */
export function firstPages(areas: Pick<Area, "entry" | "page">[]): Map<string, number> {
  const pages = new Map<string, number>();
  for (const { entry, page } of areas) pages.set(entry, Math.min(page, pages.get(entry) ?? page));
  return pages;
}
