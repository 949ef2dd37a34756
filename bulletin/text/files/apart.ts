import { apart } from "@/lib/apart";
import { blocksOfHtml } from "./html";
import { markedText } from "./marked";
import { type FileText, isPdf, isZip, readFile } from "./read";

/** What a reader is asked of a file: see reader.ts. */
export type Question = { ask: "text" | "pages" | "marked"; bytes: Uint8Array };

export type Answer = { file: FileText } | { pages: number } | { marked: string };

const reader = apart<Question, Answer>("bulletin", "text", "files", "reader.ts");

/**
 * As `readFile`, with .docx and .pdf read in a process of its own (lib/apart.ts). Refused besides: more time
 * or memory than any bulletin needs.
 */
export async function readApart(bytes: Uint8Array, limit?: number): Promise<FileText> {
  if (!isZip(bytes) && !isPdf(bytes)) return readFile(bytes);
  const answer = await reader({ ask: "text", bytes }, limit);
  if (!("file" in answer)) throw new Error("a reader that was asked for text gave none");
  return answer.file;
}

/** How many pages a PDF has. Refused: what is none, and more time or memory than pages need. */
export async function pagesApart(bytes: Uint8Array, limit?: number): Promise<number> {
  const answer = await reader({ ask: "pages", bytes }, limit);
  if (!("pages" in answer)) throw new Error("a reader that was asked for pages gave none");
  return answer.pages;
}

/** HTML up to this length is read in 50 ms or so, sooner than it is handed over. */
const shortHtml = 100_000;

/** Pasted HTML as text with marks (marked.ts); what is long in a process of its own, since it takes seconds. */
export async function markedApart(html: string): Promise<string> {
  if (html.length <= shortHtml) return markedText(blocksOfHtml(html));
  const answer = await reader({ ask: "marked", bytes: Buffer.from(html) });
  if (!("marked" in answer)) throw new Error("a reader that was asked for marked text gave none");
  return answer.marked;
}
