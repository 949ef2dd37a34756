import { tidy } from "../../text/fields";

/**
 * A text as it can be kept and shown: without marks that are not seen (control characters, marks of
 * direction, halves of characters that were cut). A form feed stays: it is where a page ended.
 */
export function printable(text: string): string {
  return tidy(text)
    .normalize("NFC")
    .replace(unseen, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const unseen = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
