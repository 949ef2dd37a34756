import type { PressIssue } from "../document";
import { type Bookmarks, bookmarks } from "./bookmarks";
import { type Picture, picturesOf } from "./pictures";

/**
 * What the parts of one Word file need while it is made. Lists and drawings are counted here and not by
 * docx, which counts through the whole process.
 */
export type Making = {
  issue: PressIssue;
  pictures: Map<string, Picture>;
  bookmarks: Bookmarks;
  counts: { lists: number; drawings: number };
};

export async function makingOf(issue: PressIssue): Promise<Making> {
  const pictures = await picturesOf(issue.images);
  return { issue, pictures, bookmarks: bookmarks(), counts: { lists: 0, drawings: 0 } };
}

export const nextList = ({ counts }: Making) => ++counts.lists;
export const nextDrawing = ({ counts }: Making) => ++counts.drawings;
