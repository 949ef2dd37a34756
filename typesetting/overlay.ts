import { readFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument, PDFName, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { overlayData, type Written } from "./instructions/data";
import type { Press } from "./press";

const mm = 72 / 25.4;

/**
 * 存档件: the signed pages with what leaders wrote printed in the head margin of its page. What the
 * margin cannot hold legibly stands in full on a 批示单 behind the last page, and the margin says so.
 * The content of the signed pages is not set anew: this lies over it. `title` heads the 批示单
 * (工作周报 2026年第19期).
 */
export async function fileCopyOf(
  press: Press,
  signed: Uint8Array,
  written: Written[],
  title: string,
): Promise<Uint8Array> {
  if (!written.length) return signed;
  const copy = await PDFDocument.load(signed, { updateMetadata: false });
  const pages = copy.getPages();
  const data = overlayData(pages, written, { title, faces: press.faces });
  const under = data.pages.map(({ number }) => pages[number - 1] as PDFPage);
  const overlay = await PDFDocument.load(overlayPdf(press, data));
  const over = await copy.embedPdf(
    overlay,
    under.map((_, at) => at),
  );
  for (const [at, page] of under.entries()) if (over[at]) page.drawPage(over[at], { x: 0, y: 0 });
  const sheets = overlay.getPageIndices().slice(under.length);
  for (const sheet of await copy.copyPages(overlay, sheets)) {
    // It points into a structure that stays behind.
    sheet.node.delete(PDFName.of("StructParents"));
    copy.addPage(sheet);
  }
  // A character that no face has is a box, which PDF/A forbids.
  if (press.faces.missingIn(JSON.stringify(data)).length) disclaim(copy);
  return copy.save({ addDefaultPage: false });
}

/** Read each time: a small file, and copies are made seldom. */
function overlayPdf({ engine }: Press, data: unknown): Uint8Array {
  const name = "instructions/instructions.typ";
  const source = readFileSync(path.join(process.cwd(), "typesetting", name));
  return engine.compose(name, data, new Map([[name, source]])).pdf();
}

/**
 * A copy that says whose it is: `number` (ASCII, K7Q2-9MFD) in 6 pt grey at the foot of every page and
 * in the keywords. 8.5 mm from the edge, where office printers still print and no page number stands.
 */
export async function tracedCopyOf(signed: Uint8Array, number: string): Promise<Uint8Array> {
  const copy = await PDFDocument.load(signed, { updateMetadata: false });
  const font = await copy.embedFont(StandardFonts.Helvetica);
  const size = 6;
  const width = font.widthOfTextAtSize(number, size);
  for (const page of copy.getPages()) {
    const x = (page.getWidth() - width) / 2;
    page.drawText(number, { x, y: 8.5 * mm, size, font, color: rgb(0.55, 0.55, 0.55) });
  }
  copy.setKeywords([number]);
  // The face of the number is not in the file.
  disclaim(copy);
  return copy.save({ addDefaultPage: false });
}

/** Takes away the statement that this is PDF/A, which is true of the signed bytes alone. */
function disclaim(copy: PDFDocument): void {
  copy.catalog.delete(PDFName.of("Metadata"));
}
