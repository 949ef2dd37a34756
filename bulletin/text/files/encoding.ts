import { Refusal } from "@/lib/refusal";

/**
 * Bytes of a text file as text: by its byte order mark, else UTF-8 where it is that, else UTF-16 where
 * every other byte is nil, else GB18030 (which holds GBK and GB2312, GB 18030-2022). Refused: what is no text.
 */
export function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // GB18030 decodes almost anything: what holds control characters or many unknown ones is no text.
  const sample = text.slice(0, 20_000);
  const strange = sample.match(strangers)?.length ?? 0;
  if (strange > sample.length / 200) throw new Refusal("notText", { field: "file" });
  return text.replace(/\0/g, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being looked for
const strangers = /[\u0000-\u0008\u000e-\u001b\u007f\ufffd\ue000-\uf8ff]/g;

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (isUtf8(bytes)) return "utf-8";
  return unmarkedUtf16(bytes) ?? "gb18030";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

/**
 * Chinese text in UTF-16 has a nil high byte at its line ends and ASCII alone, and few Han characters
 * share a high byte with anything rare: so the side on which line feeds stand decides.
 */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  let [little, big] = [0, 0];
  const end = Math.min(bytes.length - 1, 20_000);
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0x0a && bytes[at + 1] === 0) little += 1;
    if (bytes[at] === 0 && bytes[at + 1] === 0x0a) big += 1;
  }
  if (!little && !big) return null;
  return little >= big ? "utf-16le" : "utf-16be";
}
