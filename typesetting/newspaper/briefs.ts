import { printableLine } from "../data/text";
import type { PressEntry, PressIssue } from "../document";
import { type Paragraph, plain, type Story, storyOf, textOf } from "./copy";
import type { Galley } from "./galley";
import type { Grid } from "./grid";
import { briefSetting, type Setting } from "./setting";

/** Briefs gathered in one box (要闻简报): the paragraphs of each. */
export type Briefs = { kind: "briefs"; label: string; briefs: Brief[] };
export type Brief = { entry: string; paragraphs: Paragraph[] };

/** One way to set the box: which briefs stand in which of its columns, and the rows it needs. */
export type BriefsForm = { width: number; setting: Setting; columns: Brief[][]; rows: number };

/** What is longer than this is no brief, and a box holds so much. */
const longest = 320;
const fullBox = 1000;
/** Between two briefs, in rows. */
const between = 0.5;

/** A brief has one or two short paragraphs and nothing else; else null. */
export function briefOf(entry: PressEntry, issue: PressIssue): Brief | null {
  const { text, headline, pictures, tables } = storyOf(entry, issue);
  const paragraphs = text.filter(({ kind }) => kind === "paragraph");
  const length = paragraphs.reduce((sum, paragraph) => sum + textOf(paragraph).length, 0);
  if (paragraphs.length < text.length || pictures.length || tables.length || length > longest) return null;
  if (headline.join("").length > 40) return null;
  const title = headline.map(printableLine).join("　");
  if (!title && !paragraphs.length) return { entry: entry.id, paragraphs: [] };
  const [first = plain(entry.id, -1), ...rest] = paragraphs;
  const lead = [title, first.lead].filter(Boolean).join("　");
  const flush = [{ ...first, lead }, ...rest].map((paragraph) => ({ ...paragraph, indent: false }));
  return { entry: entry.id, paragraphs: flush };
}

/** So many boxes that none is larger than a good part of a page. */
export function boxesOf(briefs: Brief[], label: string): Briefs[] {
  const boxes: Briefs[] = [];
  let length = fullBox;
  for (const brief of briefs.filter(({ paragraphs }) => paragraphs.length)) {
    if (length >= fullBox) {
      boxes.push({ kind: "briefs", label, briefs: [] });
      length = 0;
    }
    boxes.at(-1)?.briefs.push(brief);
    length += brief.paragraphs.reduce((sum, each) => sum + textOf(each).length + each.lead.length, 0) + 12;
  }
  return boxes;
}

export function briefsForm({ briefs }: Briefs, width: number, grid: Grid, galley: Galley): BriefsForm {
  const setting = briefSetting(grid, width);
  const heights = briefs.map(
    ({ paragraphs }) => paragraphs.reduce((sum, each) => sum + galley.lines(each, setting), 0) + between,
  );
  const columns = divided(briefs, heights, setting.columns);
  const tallest = Math.max(...columns.map(({ height }) => height), 1);
  // In one column the tab lies above and takes two rows; else its four characters need five.
  const needed = Math.ceil(tallest - between + 1.5);
  const rows = width === 1 ? needed + 2 : Math.max(needed, 5);
  return { width, setting, columns: columns.map(({ briefs }) => briefs), rows };
}

/** In order over the columns, so that the tallest is as low as can be. */
function divided(briefs: Brief[], heights: number[], count: number): { briefs: Brief[]; height: number }[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  for (let limit = total / count; ; limit += between) {
    const columns = [{ briefs: [] as Brief[], height: 0 }];
    for (const [at, brief] of briefs.entries()) {
      let last = columns.at(-1);
      const height = heights[at] ?? 0;
      if (!last || (last.briefs.length && last.height + height > limit + 0.001)) {
        last = { briefs: [], height: 0 };
        columns.push(last);
      }
      last.briefs.push(brief);
      last.height += height;
    }
    if (columns.length <= count) return columns;
  }
}

/** In cells of white, as for stories (fit.ts): the box may be a third higher than it needs. */
export function briefsCost({ rows, width, columns }: BriefsForm, height: number): number {
  if (height < rows) return Number.POSITIVE_INFINITY;
  const spare = height - rows;
  const empty = width > 1 ? Math.max(0, width - 1 - columns.length) * rows : 0;
  return 0.45 * spare * width + (spare > rows / 3 ? (spare - rows / 3) * width : 0) + empty;
}

export type Piece = Story | Briefs;
