import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { type Matrix, multiplied, pointAt } from "./matrix";

/** All lengths are millimetres from the top left corner of the page; `y` of a glyph is its baseline. */
export type Glyph = { text: string; x: number; y: number; width: number; size: number };
/** Glyphs that follow each other on one baseline, from left to right. */
export type Line = { y: number; left: number; right: number; text: string; glyphs: Glyph[] };
export type Box = { left: number; top: number; right: number; bottom: number };
export type PdfPage = { lines: Line[]; filled: (Box & { colour: string })[]; pictures: Box[] };

type ShownGlyph = { unicode: string; width: number } | number;
type State = { matrix: Matrix; colour: string };

/** What is drawn on the pages of a PDF, in the order of its content streams and without any guess. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push(pageOf(fnArray, argsArray, page.view[3] ?? 0, OPS));
    page.cleanup();
  }
  await pdf.destroy();
  return pages;
}

// biome-ignore lint/suspicious/noExplicitAny: each operator has arguments of its own
function pageOf(operators: number[], given: any[], height: number, OPS: Record<string, number>): PdfPage {
  const glyphs: Glyph[] = [];
  const page: PdfPage = { lines: [], filled: [], pictures: [] };
  const kept: State[] = [];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], colour: "#000000" };
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let size = 0;
  const box = (left: number, top: number, right: number, bottom: number): Box => {
    const [[x1, y1], [x2, y2]] = [pointAt(state.matrix, left, top), pointAt(state.matrix, right, bottom)];
    const ys = [height - y1, height - y2].map(inMillimetres);
    return {
      ...{ left: inMillimetres(Math.min(x1, x2)), right: inMillimetres(Math.max(x1, x2)) },
      ...{ top: Math.min(...ys), bottom: Math.max(...ys) },
    };
  };
  for (const [at, operator] of operators.entries()) {
    const args = given[at];
    if (operator === OPS.save) kept.push({ ...state });
    else if (operator === OPS.restore) state = kept.pop() ?? state;
    else if (operator === OPS.transform) state.matrix = multiplied(state.matrix, args);
    else if (operator === OPS.setFillRGBColor) state.colour = args[0];
    else if (operator === OPS.setFont) size = args[1];
    else if (operator === OPS.setTextMatrix) text = [0, 1, 2, 3, 4, 5].map((each) => args[0][each]) as Matrix;
    else if (operator === OPS.paintImageXObject) page.pictures.push(box(0, 0, 1, 1));
    else if (operator === OPS.constructPath && args[0] === OPS.fill)
      page.filled.push({ ...box(args[2][0], args[2][1], args[2][2], args[2][3]), colour: state.colour });
    else if (operator === OPS.showText) {
      let x = 0;
      for (const each of args[0] as ShownGlyph[]) {
        if (typeof each === "number") x -= (each / 1000) * size;
        else {
          const [px, py] = pointAt(multiplied(state.matrix, text), x, 0);
          const width = (each.width / 1000) * size;
          const [left, y, right] = [px, height - py, width].map(inMillimetres) as [number, number, number];
          glyphs.push({ text: each.unicode, x: left, y, width: right, size });
          x += width;
        }
      }
    }
  }
  page.lines = linesOf(glyphs);
  return page;
}

const inMillimetres = (points: number): number => (points * 25.4) / 72;

/** A new line where the baseline changes, or where the pen goes back further than between two squeezed marks. */
function linesOf(glyphs: Glyph[]): Line[] {
  const lines: Line[] = [];
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - glyph.y) < 0.05 && glyph.x > line.right - 1.2 * inMillimetres(glyph.size)) {
      line.glyphs.push(glyph);
      line.text += glyph.text;
      line.right = glyph.x + glyph.width;
    } else lines.push({ y: glyph.y, left: glyph.x, right: glyph.x + glyph.width, text: glyph.text, glyphs: [glyph] });
  }
  return lines;
}

/** Where the ink of a line begins: opening marks are blank in their left half. */
export function inkStart({ glyphs }: Line): number {
  const [first] = glyphs;
  if (!first) return 0;
  return first.x + first.width * (/[“‘（《〈「『【〔]/.test(first.text) ? 0.5 : 0);
}

/** Where the ink of a line ends: marks of the end of a phrase are blank in their right half. */
export function inkEnd({ glyphs }: Line): number {
  const last = glyphs.findLast(({ text }) => text.trim());
  if (!last) return 0;
  return last.x + last.width * (/[，。、；：！？”’）》〉」』】〕]/.test(last.text) ? 0.5 : 1);
}

/** All that is written on pages, without white space and without what has no width. */
export function writtenOn(pages: PdfPage[]): string {
  return withoutSpace(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(""));
}

export const withoutSpace = (text: string): string => text.replace(/[\s\u200b]/g, "");
