import { Refusal } from "@/lib/refusal";
import type { Block } from "../model";
import { docxText, type Picture } from "./docx";
import { textOf } from "./encoding";
import { maxFileBytes, refuseTooLong } from "./limits";
import { markedText } from "./marked";
import { pdfText } from "./pdf";

/** A file as text: what recognition takes, and where it is known the blocks it came from. */
export type FileText = {
  type: "text" | "docx" | "pdf";
  text: string;
  blocks: Block[] | null;
  pictures: Picture[];
  /** Keys of sentences: what the person should know of how it was read. */
  remarks: string[];
};

const beginsWith = (bytes: Uint8Array, ...first: number[]) => first.every((byte, at) => bytes[at] === byte);

/**
 * Reads .txt, Markdown, .docx, and .pdf with a text layer. What the bytes are decides, never the name;
 * the name only tells a person what to do with what cannot be read. Refused, each with its own sentence:
 * empty, too large, .doc and .wps, pictures, whatever else is no text.
 */
export async function readFile(bytes: Uint8Array): Promise<FileText> {
  if (!bytes.length) throw new Refusal("emptyFile", { field: "file" });
  if (bytes.length > maxFileBytes) throw new Refusal("fileTooLarge", { field: "file", values: { max: 25 } });
  const read = await readByKind(bytes);
  if (!read.text.trim()) throw new Refusal("emptyFile", { field: "file" });
  refuseTooLong(read.text);
  return read;
}

async function readByKind(bytes: Uint8Array): Promise<FileText> {
  if (isZip(bytes)) {
    const { blocks, pictures, remarks } = await docxText(bytes);
    return { type: "docx", text: markedText(blocks), blocks, pictures, remarks };
  }
  if (isPdf(bytes)) return { type: "pdf", blocks: null, ...(await pdfText(bytes)) };
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal("oldWord", { field: "file" });
  if (beginsWith(bytes, 0xff, 0xd8, 0xff) || beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47))
    throw new Refusal("pictureOfText", { field: "file" });
  return { type: "text", text: textOf(bytes), blocks: null, pictures: [], remarks: [] };
}

export function isPdf(bytes: Uint8Array): boolean {
  return beginsWith(bytes, 0x25, 0x50, 0x44, 0x46);
}

export function isZip(bytes: Uint8Array): boolean {
  return beginsWith(bytes, 0x50, 0x4b, 3, 4) || beginsWith(bytes, 0x50, 0x4b, 5, 6);
}
