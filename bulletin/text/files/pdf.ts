import { getDocumentProxy } from "unpdf";
import { Refusal } from "@/lib/refusal";
import type { Picture } from "./docx";
import { maxTextLength } from "./limits";
import { linesOf, type Page, printed } from "./pdfLines";
import { mostPixels, PagePictures } from "./pdfPictures";

/** Pages that are read of one PDF; a year's bulletins bound together have some hundreds. */
const mostPages = 2_000;

export type PdfText = { text: string; pictures: Picture[]; remarks: string[] };

/**
 * The text layer of a PDF, line by line in the order in which it was set, a form feed between pages, with what
 * its page says of it: larger type is marked as a heading, and a picture stands where it stood (pdfLines.ts).
 * Refused: a scan without text (less than five characters a page), one with a password, one that is damaged.
 */
export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await opened(bytes);
  try {
    if (pdf.numPages > mostPages)
      throw new Refusal("pdfTooManyPages", { field: "file", values: { max: mostPages, count: pdf.numPages } });
    const kept = new PagePictures();
    const pages: Page[] = [];
    let all = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await readPage(pdf, number, kept);
      all += page.lines.reduce((sum, { text }) => sum + text.length, 0);
      if (all > maxTextLength)
        throw new Refusal("textTooLongToImport", { field: "file", values: { max: maxTextLength / 10_000 } });
      pages.push(page);
    }
    if (
      pages.flatMap(({ lines }) => lines.map(({ text }) => text.replace(/\s/g, ""))).join("").length <
      5 * pdf.numPages
    )
      throw new Refusal("pdfWithoutText", { field: "file" });
    const { pictures, ornaments, isMissing } = kept.done();
    return { text: printed(pages, ornaments), pictures, remarks: isMissing ? ["pictureUnreadable"] : [] };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPage(pdf: PdfDocument, number: number, kept: PagePictures): Promise<Page> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items.flatMap((item) => ("str" in item ? [item] : [])));
    const pictures = await kept.of(page, number);
    page.cleanup();
    return { lines, pictures };
  } catch (cause) {
    // A file can be opened and be damaged further in.
    const refusal = new Refusal("brokenFile", { field: "file" });
    refusal.cause = cause;
    throw refusal;
  }
}

export type PdfDocument = Awaited<ReturnType<typeof opened>>;

async function opened(bytes: Uint8Array) {
  try {
    // The reader takes the bytes away from whoever gave them.
    return await getDocumentProxy(new Uint8Array(bytes), { maxImageSize: mostPixels });
  } catch (cause) {
    const refusal = new Refusal(
      cause instanceof Error && cause.name === "PasswordException" ? "encrypted" : "brokenFile",
      {
        field: "file",
      },
    );
    refusal.cause = cause;
    throw refusal;
  }
}
