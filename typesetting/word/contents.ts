import { InternalHyperlink, Paragraph } from "docx";
import type { SetEntry } from "../data/entries";
import { words } from "../words";
import { bookmarkName } from "./bookmarks";
import { pitch, points } from "./measures";
import { textRuns } from "./text";

/**
 * 本期要目 in a red box: every headline, each leading to its place. Without page numbers: nobody knows
 * Word's pages but Word, a PAGEREF field left for it to fill makes it ask before it opens the file, and
 * one filled from the PDF may be wrong on paper.
 */
export function contents(entries: SetEntry[]): Paragraph[] {
  const titles = entries.filter(({ headline }) => headline.length > 0).map(({ title }) => title);
  if (titles.length === 0) return [];
  return [
    new Paragraph({
      style: "ContentsTitle",
      spacing: { before: points(10) },
      children: textRuns(words.contents),
    }),
    ...titles.map(
      (title, at) =>
        new Paragraph({
          style: "Contents",
          ...(at === titles.length - 1 && { spacing: { after: points(pitch / 2) } }),
          children: [new InternalHyperlink({ anchor: bookmarkName(at + 1), children: textRuns(title) })],
        }),
    ),
  ];
}
