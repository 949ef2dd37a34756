import { PDFDocument } from "@cantoo/pdf-lib";
import { Refusal } from "@/lib/refusal";

/** How many pages a PDF has, by the library that lays instructions over them. Refused: what is none. */
export async function pagesIn(bytes: Uint8Array): Promise<number> {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  } catch (cause) {
    // Whatever the library says of it, these are no pages.
    const refusal = new Refusal("brokenFile", { field: "file" });
    refusal.cause = cause;
    throw refusal;
  }
}
