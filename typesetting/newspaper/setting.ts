import { across, type Grid, pitch, size } from "./grid";

/** How text is set: face, size and pitch are the style's (templates/newspaper-text.typ reads them from here). */
export const styles = {
  body: { face: "body", size, pitch, lead: "black" },
  // A commentary in its box: Kai on five quarters of the pitch.
  box: { face: "kai", size: 12, pitch: pitch * 1.25, lead: "black" },
  brief: { face: "body", size, pitch, lead: "red" },
  // The lists of addressees at the foot of the last page.
  lists: { face: "body", size: 9, pitch: pitch * 0.8, lead: "black" },
} as const;

export type Style = keyof typeof styles;

/** A column that is a rounding error too narrow holds a character less: each gets a hair from its gutter. */
const hair = 0.01;

/** A frame for text: so many columns of one measure; `inset` is kept free at the left, `sides` at both together. */
export type Setting = { style: Style; columns: number; measure: number; gutter: number; inset: number };

export function bodySetting(grid: Grid, columns: number): Setting {
  return { style: "body", columns, measure: grid.characters * size + hair, gutter: grid.gutter - hair, inset: 0 };
}

/** In a box one line runs over two columns, as a commentary's does. */
export function boxSetting(grid: Grid, width: number): Setting {
  const columns = Math.max(1, Math.floor(width / 2));
  const em = styles.box.size;
  return inner("box", across(grid, width), columns, 1.2 * em, em);
}

/** Briefs stand beside their red tab, in a column less than the box is wide. */
export function briefSetting(grid: Grid, width: number): Setting {
  const tab = width > 1 ? briefTab : 0;
  const within = inner("brief", across(grid, width) - tab, Math.max(1, width - 1), 1.1 * size, size);
  return { ...within, inset: within.inset + tab };
}

/** Width of the tab that bears 要闻简报. */
export const briefTab = 3 * size;

/** Whole characters in each column; the rest goes to the margins of the box. */
function inner(style: Style, width: number, columns: number, margin: number, em: number): Setting {
  const gutter = 1.6 * em;
  const free = width - 2 * margin - (columns - 1) * gutter;
  const measure = Math.floor(free / columns / em + 0.01) * em + hair;
  return { style, columns, measure, gutter: gutter - hair, inset: margin + (free - columns * measure) / 2 };
}

/** Lines of a style that so many rows hold, and rows that so many lines take. */
export function linesIn(style: Style, rows: number): number {
  return Math.floor((rows * pitch) / styles[style].pitch + 0.001);
}

export function rowsFor(style: Style, lines: number): number {
  return Math.ceil((lines * styles[style].pitch) / pitch - 0.001);
}
