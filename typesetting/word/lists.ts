import { type INumberingOptions, LevelFormat, LevelSuffix, Paragraph } from "docx";
import type { Run } from "../document";
import { points } from "./measures";
import { formattedRuns } from "./text";

/** Numbered lists count 1. 2. 3., the others have a point, both indented as a paragraph is. */
export const numbering: INumberingOptions = {
  config: [
    { reference: "ordered", levels: [levelOf(LevelFormat.DECIMAL, "%1.")] },
    { reference: "points", levels: [levelOf(LevelFormat.BULLET, "·")] },
  ],
};

function levelOf(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const indent = { left: 0, firstLine: points(31.5), firstLineChars: 200 };
  return { level: 0, format, text, suffix: LevelSuffix.NOTHING, style: { paragraph: { indent } } };
}

/** `instance` is the list's own number in the issue: each counts from 1. */
export function listItems(items: { runs: Run[] }[], ordered: boolean, instance: number): Paragraph[] {
  return items.map(
    ({ runs }) =>
      new Paragraph({
        style: "ListParagraph",
        numbering: { reference: ordered ? "ordered" : "points", level: 0, instance },
        children: formattedRuns(runs),
      }),
  );
}
