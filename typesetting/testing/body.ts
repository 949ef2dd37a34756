import type { Line, PdfPage } from "./readPdf";

const bodySize = (156 / 28) * (72 / 25.4);
const footOfHead = 124;

/** Lines of body text: 3号, without the head of page 1. */
export function bodyLines(pages: PdfPage[]): Line[] {
  return pages.flatMap(({ lines }, at) => lines.filter((line) => isBody(line) && (at > 0 || line.y > footOfHead)));
}

/** The lines of each paragraph: one begins where a line is indented by two characters. */
export function paragraphLines(pages: PdfPage[]): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of bodyLines(pages)) {
    if (line.left > 33) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

export const isBody = ({ glyphs }: Line) => Math.abs((glyphs[0]?.size ?? 0) - bodySize) < 0.01;
