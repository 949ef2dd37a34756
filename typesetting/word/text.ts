import { type IRunOptions, TextRun } from "docx";
import { printable } from "../data/text";
import type { Run } from "../document";

/**
 * Text in, runs out: line breaks as breaks, bold and underline as such, italic as 楷体 (a slanted Han
 * character is none). `options` are those of docx for the run.
 *
 * Every run carries the hint `eastAsia`, as Word writes it in Chinese documents: without it “ ” … —
 * count as Latin, and are neither squeezed nor kept from the beginning of a line.
 *
 * docx puts numbers in the place of `{name}` wherever it finds it in the finished XML, also in what
 * somebody wrote. A run ends with each brace, so that it does not find one. And text is given as `text`:
 * among `children` the word CURRENT would become a page number.
 */
export function textRuns(text: string, options: IRunOptions = {}): TextRun[] {
  return xmlText(text)
    .split(/(?<=\{)|(?=\n)/)
    .filter(Boolean)
    .map((piece) => {
      const broken = piece.startsWith("\n");
      return new TextRun({
        font: { hint: "eastAsia" },
        ...options,
        ...(broken && { break: 1 }),
        text: broken ? piece.slice(1) : piece,
      });
    });
}

export function formattedRuns(runs: Run[], options: IRunOptions = {}): TextRun[] {
  return runs.flatMap(({ text, bold, italic, underline }) =>
    textRuns(text, {
      ...options,
      ...(bold && { bold }),
      ...(italic && { style: "Emphasis" }),
      ...(underline && { underline: {} }),
    }),
  );
}

/** Without what XML 1.0 cannot hold (Char, 2.2); the rest as the page prints it. */
export function xmlText(text: string): string {
  return printable(text).replace(/[\ufffe\uffff]/g, "");
}

/** For the parts that are written here and not by docx. */
export function escaped(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
