import { apart } from "@/lib/apart";
import { type FileText, isPdf, isZip, readFile } from "./read";

/** What a reader is asked of a file: see reader.ts. */
export type Question = { ask: "text" | "pages"; bytes: Uint8Array };

export type Answer = { file: FileText } | { pages: number };

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
