import type { Block, PressIssue } from "../document";
import type { Mark } from "../rows/marks";

/** An issue with its blocks in the order in which the press has put them: photographs fill the foot of a page. */
export function arranged(issue: PressIssue, marks: Mark[]): PressIssue {
  const sections = issue.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => ({ ...entry, blocks: inOrder(entry.id, entry.blocks, marks) })),
  }));
  return { ...issue, sections };
}

export function inOrder(entry: string, blocks: Block[], marks: Mark[]): Block[] {
  const at = new Map(marks.filter((mark) => mark.entry === entry).map(({ block }, place) => [block, place]));
  // Of two side by side the second has no mark of its own: it follows the first.
  const placeOf = (index: number): number => at.get(index) ?? (index > 0 ? placeOf(index - 1) : -1);
  return blocks
    .map((block, index) => ({ block, place: placeOf(index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ block }) => block);
}

/** The page on which each entry begins. */
export function pagesOfEntries(marks: Mark[]): Map<string, number> {
  const pages = new Map<string, number>();
  for (const { entry, page } of marks) if (entry && !pages.has(entry)) pages.set(entry, page);
  return pages;
}
