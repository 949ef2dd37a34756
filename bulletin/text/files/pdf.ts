import { getDocumentProxy } from "unpdf";
import { Refusal } from "@/lib/refusal";
import { maxTextLength } from "./limits";

/** Pages that are read of one PDF; a year's bulletins bound together have some hundreds. */
const mostPages = 2_000;

/**
 * The text layer of a PDF, line by line in the order in which it was set, a form feed between pages.
 * Refused: a scan without text (less than five characters a page), one with a password, one that is damaged.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await opened(bytes);
  try {
    if (pdf.numPages > mostPages)
      throw new Refusal("pdfTooManyPages", { field: "file", values: { max: mostPages, count: pdf.numPages } });
    const pages: string[] = [];
    let all = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await textOfPage(pdf, number);
      all += page.length;
      if (all > maxTextLength)
        throw new Refusal("textTooLongToImport", { field: "file", values: { max: maxTextLength / 10_000 } });
      pages.push(page);
    }
    const text = pages.join("\n\f\n");
    if (text.replace(/\s/g, "").length < 5 * pdf.numPages) throw new Refusal("pdfWithoutText", { field: "file" });
    return text;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function textOfPage(pdf: Awaited<ReturnType<typeof opened>>, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return linesOf(items.flatMap((item) => ("str" in item ? [item] : [])));
  } catch (cause) {
    // A file can be opened and be damaged further in.
    const refusal = new Refusal("brokenFile", { field: "file" });
    refusal.cause = cause;
    throw refusal;
  }
}

async function opened(bytes: Uint8Array) {
  try {
    // The reader takes the bytes away from whoever gave them.
    return await getDocumentProxy(new Uint8Array(bytes));
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

type Glyphs = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean };
type Line = { text: string; x: number; y: number; end: number; size: number };

/** Pieces on one base line are one line; a wide gap within it is a blank. */
function linesOf(items: Glyphs[]): string {
  const lines: Line[] = [];
  for (const { str, transform, width } of items) {
    if (!str) continue;
    const [x, y, size] = [transform[4] ?? 0, transform[5] ?? 0, Math.hypot(transform[2] ?? 0, transform[3] ?? 0)];
    const last = lines.at(-1);
    const isSame =
      last && Math.abs(last.y - y) < Math.max(2, Math.min(size, last.size) * 0.4) && x >= last.end - size * 2;
    if (!last || !isSame) lines.push({ text: str.trim() ? str : "", x, y, end: x + width, size });
    else {
      const gap = x - last.end > size * 0.6 && !last.text.endsWith(" ") && !str.startsWith(" ");
      last.text += gap ? ` ${str}` : str;
      last.end = x + width;
    }
  }
  return shaped(lines.filter(({ text }) => text.trim()));
}

/**
 * The shape of the page in characters, as far as it tells where a paragraph begins: a line indented by about
 * two characters begins with two blanks (GB/T 9704 7.3.3), and a blank line stands where the pitch doubles.
 */
function shaped(lines: Line[]): string {
  const pitches = lines.flatMap(({ y }, at) => (at ? [(lines[at - 1]?.y ?? y) - y] : [])).filter((pitch) => pitch > 0);
  const usual = pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0;
  const left = Math.min(...lines.map(({ x }) => x));
  return lines
    .map(({ text, x, y, size }, at) => {
      const before = lines[at - 1];
      const indent = size > 0 && x - left > size * 1.5 && x - left < size * 2.6 ? "　　" : "";
      return `${before && usual && before.y - y > usual * 1.7 ? "\n" : ""}${indent}${text}`;
    })
    .join("\n");
}
