import { BookmarkEnd, BookmarkStart, type Paragraph, type TextRun } from "docx";

/** The places that the contents lead to, counted through the issue. */
export type Bookmarks = ReturnType<typeof bookmarks>;

/**
 * docx's own bookmarks count through the whole process, so that the same issue would have other bytes
 * the second time.
 */
export function bookmarks() {
  let count = 0;
  return {
    /** Puts the runs at the end of the paragraph, as the next headline. */
    mark(paragraph: Paragraph, runs: TextRun[]): Paragraph {
      count += 1;
      const parts = [new BookmarkStart(bookmarkName(count), count), ...runs, new BookmarkEnd(count)];
      for (const part of parts) paragraph.addChildElement(part);
      return paragraph;
    },
  };
}

/** The n-th headline of the issue, from 1. */
export const bookmarkName = (count: number) => `headline_${count}`;
