import { printableLine } from "../data/text";
import type { Figure, PressIssue } from "../document";
import { across, type Grid, pitch, size } from "./grid";

export type Picture = {
  entry: string;
  block: number;
  path: string;
  missing: boolean;
  caption: string;
  credit: string;
  /** Width over height. */
  ratio: number;
  /** Pixels across. */
  pixels: number;
};

/** Rows that a picture takes with its caption: as it is, and what cropping allows; lines of the caption. */
export type PictureRows = { least: number; natural: number; most: number; caption: number };

export const captionSize = 9;
/** Cropping stays between these shares of the natural height. */
const [smallest, tallest] = [0.6, 1.3];
/** A picture is not spread over more columns than it has pixels for. */
const coarsest = 60;

export function pictureOf(
  { image, caption, credit }: Figure,
  block: number,
  entry: string,
  issue: PressIssue,
): Picture {
  const pixels = issue.images[image];
  const name = printableLine(credit);
  return {
    entry,
    block,
    path: `/images/${image}`,
    missing: !pixels,
    caption: printableLine(caption),
    credit: name && !name.endsWith("摄") ? `${name}　摄` : name,
    ratio: pixels ? Math.max(pixels.width, 1) / Math.max(pixels.height, 1) : 1.5,
    pixels: pixels?.width ?? 600,
  };
}

/** What is far wider or higher than a photograph is (a banner, a scroll) is shown whole. */
export function isOdd({ ratio }: Picture): boolean {
  return ratio > 4 || ratio < 0.4;
}

export function mostColumns({ pixels }: Picture, grid: Grid): number {
  return Math.max(1, Math.floor((pixels / coarsest) * (72 / (grid.characters * size))));
}

export function pictureRows(picture: Picture, columns: number, grid: Grid): PictureRows {
  const width = across(grid, columns);
  const line = picture.caption || picture.credit ? [...picture.caption, ...picture.credit].length + 2.5 : 0;
  const caption = Math.ceil((line * captionSize) / (width - captionSize));
  const natural = Math.min(Math.max(width / picture.ratio / pitch, 3), grid.rows * 0.5);
  // The caption's lines, and half a row before what follows (templates/newspaper-elements.typ).
  const below = Math.ceil(0.85 * caption + 0.6 - 0.2);
  const held = (rows: number) => Math.round(Math.min(Math.max(rows, 3), grid.rows * 0.55)) + below;
  if (isOdd(picture)) return { least: held(natural), natural: held(natural), most: held(natural) + 1, caption };
  return { least: held(natural * smallest), natural: held(natural), most: held(natural * tallest), caption };
}
