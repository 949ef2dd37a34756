import type { Run } from "../document";

/** A Latin word, an address, a row of digits or dots that is longer than any line would never break. */
const unbreakable = /[^\s\p{Script=Han}\p{P}]{28,}|\p{P}{20,}|[^\s\p{Script=Han}]{50,}/gu;
/** Before whatever does not belong to the character before it. */
const betweenCharacters = /(?<=.)(?!\p{M}|\u200d|\ufe0f|\p{Emoji_Modifier})(?=.)/gsu;

/**
 * A text as it can be printed: what has no form (control characters, orders to write backwards)
 * goes, half a surrogate pair becomes U+FFFD, and an endless word gets places to break that have no
 * width.
 */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(/\t/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has no form
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, "")
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
      // Nobody reads more marks on one letter, and each costs as much as a letter.
      .replace(/(\p{M}{16})\p{M}+/gu, "$1")
      .replace(unbreakable, withPlaces)
  );
}

/** A text in a narrow place, a cell: what is longer than so many half-width characters may break anywhere. */
export function breakable(text: string, length: number): string {
  return text.replace(new RegExp(`[^\\s\\u200b\\p{Script=Han}]{${Math.max(1, length) + 1},}`, "gu"), withPlaces);
}

/** A place between any two characters; where that would be thousands, between every seven: nobody reads it for its edges. */
function withPlaces(word: string): string {
  const step = word.length > 500 ? 7 : 1;
  let count = 0;
  return word.replace(betweenCharacters, () => {
    count += 1;
    return count % step ? "" : "\u200b";
  });
}

export function printableRuns(runs: Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: printable(run.text) })).filter(({ text }) => text);
}

/** One line: headlines, labels, captions. */
export function printableLine(text: string): string {
  return printable(text).replace(/\n+/g, " ").trim();
}
