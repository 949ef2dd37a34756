import type { Paragraph } from "./copy";

/** A paragraph in its frame: blank lines above it, the line on which it begins, and how many it has. */
export type Flowed = { paragraph: Paragraph; space: number; start: number; lines: number };

/** A frame of columns; `occupied` lines at the top of the first are a picture's. */
export type Frame = { columns: number; lines: number; occupied: number };

/**
 * Paragraphs through the columns of a frame, line by line. A heading does not stand last in a column:
 * blank lines above carry it into the next one. The last may end beyond the frame.
 */
export function flow(
  paragraphs: { paragraph: Paragraph; lines: number }[],
  { lines: height, occupied }: Frame,
): Flowed[] {
  let line = occupied;
  return paragraphs.map(({ paragraph, lines }) => {
    const left = height - (line % height);
    const space = paragraph.kind === "heading" && left <= lines && left < height ? left : 0;
    const flowed = { paragraph, space, start: line + space, lines };
    line = flowed.start + lines;
    return flowed;
  });
}

export function endOf(flowed: Flowed[], occupied = 0): number {
  const last = flowed.at(-1);
  return last ? last.start + last.lines : occupied;
}

export function capacity({ columns, lines }: Frame): number {
  return columns * lines;
}

/** The least lines in a column with which all of it fits. */
export function fullHeight(
  paragraphs: { paragraph: Paragraph; lines: number }[],
  columns: number,
  occupied = 0,
): number {
  const total = paragraphs.reduce((sum, { lines }) => sum + lines, occupied);
  for (let lines = Math.max(1, occupied, Math.ceil(total / columns)); ; lines++)
    if (endOf(flow(paragraphs, { columns, lines, occupied }), occupied) <= columns * lines) return lines;
}
