import type { PDFPage } from "@cantoo/pdf-lib";
import { templateFaces } from "../data/faces";
import { breakable, printable, printableLine } from "../data/text";
import type { Faces } from "../faces/faces";
import { words } from "../words";
import { handOf } from "./ink";

/** What a leader wrote on an issue, as it is printed on the file copy. */
export type Written = {
  /** The page on which the entry begins, from 1; the first for the whole issue. */
  page: number;
  /** Pen strokes: an SVG of paths, viewBox `0 0 1000 H`. Whoever stores it checks that it holds nothing else. */
  svg: string | null;
  words: string;
  by: string;
  /** Printed as given: 5月11日. */
  date: string;
  /** 全期, or the headline: for the 批示单. */
  about: string;
};

const mm = 72 / 25.4;
/** Of GB/T 9704. A newspaper has no head margin: its nameplate stands there. */
const a4 = { width: 210 * mm, left: 28 * mm, across: 156 * mm };
const newspaperSide = 17 * mm;

/** What `instructions.typ` sets: the signed pages that were written on, in order, and what belongs to none of them. */
export function overlayData(pages: PDFPage[], written: Written[], { title, faces }: { title: string; faces: Faces }) {
  const numbered = pages.map((page, at) => ({ page, number: at + 1 }));
  return {
    title: printableLine(title),
    faces: templateFaces(faces, {}),
    words: overlayWords,
    pages: numbered.flatMap(({ page, number }) => {
      const here = written.filter((each) => each.page === number);
      const place = isA4(page) ? words.instructions.onPage(number) : words.pageOf(`${number}`);
      return here.length ? [{ number, ...sheetOf(page), written: here.map((each) => shown(each, place)) }] : [];
    }),
    // Of a page that is not there, which must not be lost for that.
    unplaced: written.filter(({ page }) => !pages[page - 1]).map((each) => shown(each, "")),
  };
}

const overlayWords = {
  sheet: words.instructions.sheet,
  "sheet-page": words.instructions.sheetPage("{n}"),
  listed: words.instructions.listed("{n}"),
  "listed-too": words.instructions.listedToo("{n}"),
};

const isA4 = (page: PDFPage): boolean => Math.abs(page.getWidth() - a4.width) < 1;

/** In points; `margin`: whether its head margin takes instructions; `left` and `across`: where its text stands. */
function sheetOf(page: PDFPage) {
  const { width, height } = page.getSize();
  if (isA4(page)) return { width, height, margin: true, left: a4.left, across: a4.across };
  return { width, height, margin: false, left: newspaperSide, across: width - 2 * newspaperSide };
}

/** As the template takes it: text that can be printed, strokes cut to their ink. */
function shown({ svg, words: text, by, date, about }: Written, place: string) {
  const line = (each: string) => breakable(printableLine(each), 20);
  return {
    words: breakable(printable(text).trim(), 20),
    ...{ by: line(by), date: line(date), about: line(about), place, hand: handOf(svg) },
  };
}
