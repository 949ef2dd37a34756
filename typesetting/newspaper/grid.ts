import type { NewspaperSettings } from "../document";

/** Body 10.5 pt on 16.4 pt (measured on printed pages). */
export const size = 10.5;
export const pitch = 16.4;
const mm = 72 / 25.4;

/** The columns and rows that every story of the paper shares. Lengths in points, from the top left. */
export type Grid = {
  paper: { width: number; height: number };
  columns: number;
  /** Whole characters in a column, and what lies between two columns. */
  characters: number;
  gutter: number;
  left: number;
  top: number;
  rows: number;
  /** Rows that the nameplate takes on the first page. */
  nameplate: number;
  /** Of headlines, against those of an A3 page. */
  scale: number;
};

const papers = {
  A3: { width: 297, height: 420, side: 17, foot: 17.5, nameplate: 8, scale: 1 },
  A2: { width: 420, height: 594, side: 20, foot: 17.5, nameplate: 12, scale: 1.3 },
};

/** Columns hold whole characters; what is left over widens the gutters, which are 1.5 em at the least. */
export function gridOf({ paper, columns: wanted }: NewspaperSettings): Grid {
  const sheet = papers[paper] ?? papers.A3;
  const columns = Math.min(6, Math.max(3, Math.round(wanted) || 5));
  const [width, height] = [sheet.width * mm, sheet.height * mm];
  const total = width - 2 * sheet.side * mm;
  const characters = Math.floor((total / size - 1.5 * (columns - 1)) / columns + 0.01);
  const top = 31 * mm;
  return {
    paper: { width, height },
    columns,
    characters,
    gutter: (total - columns * characters * size) / (columns - 1),
    left: sheet.side * mm,
    top,
    rows: Math.floor((height - top - sheet.foot * mm) / pitch),
    nameplate: sheet.nameplate,
    scale: sheet.scale,
  };
}

/** Width of so many columns with what lies between them. */
export function across({ characters, gutter }: Grid, columns: number): number {
  return columns * characters * size + (columns - 1) * gutter;
}

export function leftOf({ left, characters, gutter }: Grid, column: number): number {
  return left + column * (characters * size + gutter);
}

export function topOf({ top }: Grid, row: number): number {
  return top + row * pitch;
}
