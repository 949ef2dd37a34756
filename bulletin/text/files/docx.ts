import { createHash } from "node:crypto";
import mammoth from "mammoth";
import { Refusal } from "@/lib/refusal";
import type { Block } from "../model";
import { blocksOfHtml } from "./html";
import { xmlWatch } from "./xml";
import { parts } from "./zip";

export type Picture = { key: string; bytes: Uint8Array };
export type WordText = { blocks: Block[]; pictures: Picture[]; remarks: string[] };

/** A Word file of a hundred pages with photographs; what claims to be more is no bulletin. */
const limits = { entries: 5_000, each: 60 * 1_048_576, all: 200 * 1_048_576 };
const mostPictures = 300;
const mostPictureBytes = 100 * 1_048_576;

/**
 * A .docx as blocks and pictures. Its links are not followed: they are text. Refused: what is no
 * .docx, XML with a DTD (ECMA-376-2 8.1.4 forbids it; entities are how such a file attacks), more than
 * it may unpack to.
 */
export async function docxText(bytes: Uint8Array): Promise<WordText> {
  const remarks = await inspected(bytes);
  const pictures: Picture[] = [];
  const keyOf = keeperOf(pictures);
  const convertImage = mammoth.images.imgElement(async (image) => ({
    src: keyOf(new Uint8Array(await image.readAsArrayBuffer())),
  }));
  const html = await htmlOf(bytes, convertImage);
  const keys = new Set(pictures.map(({ key }) => key));
  return { blocks: blocksOfHtml(html, (src) => (keys.has(src) ? src : null)), pictures, remarks };
}

/** Keeps each picture once, however often it stands in the text: an emblem is on every page. */
function keeperOf(pictures: Picture[]): (bytes: Uint8Array) => string {
  const keys = new Map<string, string>();
  let all = 0;
  return (bytes) => {
    const hash = createHash("sha256").update(bytes).digest("base64");
    const known = keys.get(hash);
    if (known) return known;
    if (pictures.length >= mostPictures || all + bytes.length > mostPictureBytes) return "";
    const key = `picture-${pictures.length + 1}`;
    keys.set(hash, key);
    pictures.push({ key, bytes });
    all += bytes.length;
    return key;
  };
}

async function htmlOf(bytes: Uint8Array, convertImage: ReturnType<typeof mammoth.images.imgElement>): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        styleMap: ["u => u", "p[style-name='Title'] => h1:fresh"],
      },
    );
    return value;
  } catch (cause) {
    const refusal = new Refusal("brokenFile", { field: "file" });
    refusal.cause = cause;
    throw refusal;
  }
}

/** Unpacks every part once and keeps none: XML is watched before anybody parses it, and nothing is more than it claims. */
async function inspected(bytes: Uint8Array): Promise<string[]> {
  const remarks = new Set<string>();
  let isWord = false;
  for await (const { name, pieces } of parts(bytes, limits)) {
    const watch = /\.(xml|rels)$/i.test(name)
      ? xmlWatch((_, { TargetMode }) => {
          if (/\.rels$/i.test(name) && TargetMode === "External") remarks.add("externalLinks");
        })
      : null;
    for await (const piece of pieces) watch?.see(piece);
    watch?.end();
    if (/(^|\/)document\d*\.xml$/i.test(name)) isWord = true;
  }
  if (!isWord) throw new Refusal("notWord", { field: "file" });
  return [...remarks];
}
