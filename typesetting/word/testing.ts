import { inflateRawSync } from "node:zlib";
import type { PressIssue } from "../document";
import { wordOf } from "./wordOf";

/** The parts of the Word file of an issue, by their names. */
export async function partsOf(issue: PressIssue): Promise<Map<string, Buffer>> {
  return unzipped(await wordOf(issue));
}

export async function documentOf(issue: PressIssue): Promise<string> {
  return partOf(await partsOf(issue), "word/document.xml");
}

export function partOf(parts: Map<string, Buffer>, name: string): string {
  const part = parts.get(name);
  if (!part) throw new Error(`no part ${name}`);
  return part.toString("utf8");
}

export function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes);
  const parts = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.length - 6);
  for (let count = zip.readUInt16LE(zip.length - 12); count > 0; count--) {
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    parts.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** What a reader of the document reads: its text in order, breaks and tabs as such. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>|<\/w:(p)>/g)]
    .map(([, text, mark]) => (text === undefined ? (mark === "tab" ? "\t" : "\n") : unescaped(text)))
    .join("");
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole);
}

/** Where a part is no XML: the first thing in it that XML 1.0 does not allow; nothing if it is well-formed. */
export function faultIn(xml: string): string | undefined {
  const token = /<\?xml [^?]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|[^<]+/y;
  const open: string[] = [];
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex;
    const found = token.exec(xml);
    if (!found) return xml.slice(from, from + 80);
    const [whole, closes, name, attributes, empty] = found;
    if (/&(?!(?:lt|gt|amp|quot|apos|#\d+);)|\]\]>/.test(attributes ?? whole)) return whole;
    if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(whole)) return whole;
    if (name && closes && open.pop() !== name) return whole;
    if (name && !closes && !empty) open.push(name);
  }
  return open.at(-1);
}
