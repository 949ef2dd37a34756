import type { Story } from "./copy";
import { fullHeight } from "./flow";
import type { Galley } from "./galley";
import { across, type Grid, pitch } from "./grid";
import { type Head, headOf } from "./head";
import { mostColumns, type Picture, type PictureRows, pictureRows } from "./pictures";
import { resumedRows } from "./resumed";
import { bodySetting, boxSetting, rowsFor, type Setting } from "./setting";

/** Where the first picture stands: over the whole width, beside the text, or in the first column above it. */
export type Placing = "none" | "top" | "side" | "inset";

/** A picture at the foot of a story, from one column on, so many wide. */
export type FootPicture = { picture: Picture; column: number; columns: number };
export type Strip = { pictures: FootPicture[]; rows: PictureRows };

/** One way to set a story over so many columns; its height is still open. */
export type Form = {
  width: number;
  placing: Placing;
  /** Columns of the first picture, and its rows. */
  span: number;
  picture: PictureRows;
  head: Head;
  headRows: number;
  setting: Setting;
  /** Lines of the whole text, rows that it takes in these columns, and rows around it in a box. */
  lines: number;
  textRows: number;
  around: number;
  strips: Strip[];
  /** Of each table. */
  tableRows: number[];
  /** Its headline only repeats that of its beginning. */
  resumed: boolean;
  /** What a jump costs it: a lead may well go on elsewhere, a short story had better be moved. */
  jump: number;
};

const jumps: Record<number, number> = { 1: 16, 2: 26, 3: 42, 4: 42 };
const nothing: PictureRows = { least: 0, natural: 0, most: 0, caption: 0 };

/** All the ways to set a story over a width; none if it cannot be. */
export function formsOf(story: Story, width: number, grid: Grid, galley: Galley): Form[] {
  const setting = settingOf(story, width, grid);
  if (width < leastWidth(story, grid)) return [];
  const paragraphs = story.text.map((paragraph) => ({ paragraph, lines: galley.lines(paragraph, setting) }));
  const lines = paragraphs.reduce((sum, each) => sum + each.lines, 0);
  const head = headOf(story, width, grid);
  const tableRows = story.tables.map((table) => tableRowsOf(galley.heights(table, tableWidth(story, width, grid))));
  const resumed = story.resumed !== null || story.later;
  const headRows = resumed ? resumedRows(story, width, grid) : head.rows;
  const jump = resumed ? 28 : (jumps[story.rank] ?? 40);
  const common = { width, resumed, jump, head, headRows, lines, tableRows, around: story.boxed ? 2 : 0 };
  const [first, ...others] = story.pictures;
  const rowsOver = (columns: number, occupied = 0) =>
    lines ? rowsFor(setting.style, fullHeight(paragraphs, columns, occupied)) : 0;
  const wide = rowsOver(setting.columns);
  const strips = stripsOf(others, width, grid);
  if (!first) return [{ ...common, placing: "none", span: 0, picture: nothing, setting, textRows: wide, strips }];
  const most = Math.min(width, mostColumns(first, grid));
  const forms: Form[] = [];
  if (most === width || !lines) {
    const picture = pictureRows(first, width, grid);
    forms.push({ ...common, placing: "top", span: width, picture, setting, textRows: wide, strips });
  }
  if (story.boxed || !lines) return forms.length ? forms : [onTop()];
  for (let span = 1; span <= Math.min(most, width - 1); span++) {
    const beside = { ...setting, columns: width - span };
    const picture = pictureRows(first, span, grid);
    forms.push({
      ...common,
      placing: "side",
      span,
      picture,
      setting: beside,
      textRows: rowsOver(width - span),
      strips,
    });
  }
  if (width > 1) {
    const picture = pictureRows(first, 1, grid);
    const textRows = rowsOver(width, picture.natural);
    forms.push({ ...common, placing: "inset", span: 1, picture, setting, textRows, strips });
  }
  return forms.length ? forms : [onTop()];

  // A picture of few pixels, where there is no place beside a text.
  function onTop(): Form {
    const picture = pictureRows({ ratio: 1.5, pixels: 600, ...first } as Picture, width, grid);
    return { ...common, placing: "top", span: width, picture, setting, textRows: wide, strips };
  }
}

export function settingOf(story: Story, width: number, grid: Grid): Setting {
  return story.boxed ? boxSetting(grid, width) : bodySetting(grid, width);
}

export function tableWidth(story: Pick<Story, "boxed">, width: number, grid: Grid): number {
  return across(grid, width) * (story.boxed ? 0.86 : 0.95);
}

/** The tinted ground reaches half a row beyond the table, and half a row stands above it. */
export function tableRowsOf(heights: number[]): number {
  return Math.ceil(heights.reduce((sum, height) => sum + height, 0) / pitch + 1.5);
}

/** A table of many columns cannot be read in a narrow one. */
export function leastWidth({ tables }: Story, grid: Grid): number {
  const most = Math.max(0, ...tables.map(({ widths }) => widths.length));
  return Math.min(grid.columns, most <= 3 ? 1 : most <= 6 ? 2 : most <= 12 ? 3 : grid.columns);
}

/** The other pictures, side by side at the foot of the story. */
function stripsOf(pictures: Picture[], width: number, grid: Grid): Strip[] {
  const strips: Strip[] = [];
  const count = Math.ceil(pictures.length / Math.min(width, 3)) || 1;
  const each = Math.ceil(pictures.length / count);
  for (let at = 0; at < pictures.length; at += each) {
    const row = pictures.slice(at, at + each);
    let column = 0;
    const placed = row.map((picture, index) => {
      const columns = Math.floor((width - column) / (row.length - index));
      column += columns;
      return { picture, column: column - columns, columns };
    });
    const rows = placed.map(({ picture, columns }) => pictureRows(picture, columns, grid));
    const caption = Math.max(...rows.map((one) => one.caption));
    const mean = Math.round(rows.reduce((sum, one) => sum + one.natural, 0) / rows.length);
    const natural = Math.max(mean, caption + 3);
    const least = Math.max(caption + 3, Math.round(natural * 0.7));
    strips.push({ pictures: placed, rows: { least, natural, most: Math.round(natural * 1.25), caption } });
  }
  return strips;
}
