import { Refusal } from "@/lib/refusal";

/** Of one file: a year's bulletins with their photographs. */
export const maxFileBytes = 25 * 1_048_576;

/** Characters of one text that are kept and shown for correction. */
export const maxTextLength = 4_000_000;

/** Its lines: ten years of a weekly in columns of ten characters have half as many. Recognition takes some 25 microseconds for each. */
const maxTextLines = 300_000;

/** Refused: a text with more characters or lines than can be recognised while somebody waits. */
export function refuseTooLong(text: string): void {
  if (text.length > maxTextLength)
    throw new Refusal("textTooLongToImport", { field: "file", values: { max: maxTextLength / 10_000 } });
  let lines = 1;
  for (const _ of text.matchAll(/\r\n?|\n|\f|<br/gi)) lines += 1;
  if (lines > maxTextLines)
    throw new Refusal("tooManyLinesToImport", { field: "file", values: { max: maxTextLines / 10_000 } });
}
