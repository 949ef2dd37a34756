import { apart } from "@/lib/apart";
import { type FileText, isPdf, isZip, readFile } from "./read";

/** What a reader is asked of a file: see reader.ts. */
export type Question = { ask: "text" | "pages"; bytes: Uint8Array };

const reader = apart<Question, unknown>("bulletin", "text", "files", "reader.ts");

/**
 * As `readFile`, with .docx and .pdf read in a process of its own (lib/apart.ts). Refused besides: more time
 * or memory than any bulletin needs.
 */
export async function readApart(bytes: Uint8Array, limit?: number): Promise<FileText> {
  if (!isZip(bytes) && !isPdf(bytes)) return readFile(bytes);
  return (await reader({ ask: "text", bytes }, limit)) as FileText;
}

/** How many pages a PDF has. Refused: what is none, and more time or memory than pages need. */
export async function pagesApart(bytes: Uint8Array, limit?: number): Promise<number> {
  return (await reader({ ask: "pages", bytes }, limit)) as number;
}
