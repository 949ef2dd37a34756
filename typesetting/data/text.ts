import type { Run } from "../document";

/** A Latin word, an address, a row of digits that is longer than any line would never break. */
const unbreakable = /[^\s\p{Script=Han}\p{P}]{28,}/gu;

/**
 * A text as it can be printed: what has no form (control characters) goes, half a surrogate pair
 * becomes U+FFFD, and an endless word gets places to break that have no width.
 */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(/\t/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has no form
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, "")
      .replace(unbreakable, (word) => [...word].join("\u200b"))
  );
}

export function printableRuns(runs: Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: printable(run.text) })).filter(({ text }) => text);
}

/** One line: headlines, labels, captions. */
export function printableLine(text: string): string {
  return printable(text).replace(/\n+/g, " ").trim();
}
