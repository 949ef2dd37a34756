import { InternalHyperlink, LeaderType, Paragraph, SimpleField, Tab, TabStopType, TextRun } from "docx";
import type { SetEntry } from "../data/entries";
import { words } from "../words";
import { bookmarkName } from "./bookmarks";
import { pitch, points, typeArea } from "./measures";
import { textRuns } from "./text";

/**
 * 本期要目 in a red box: every headline, each leading to its place, and the page on which it stands in
 * the PDF. That is a field: Word asks nothing when it opens the file, and puts its own number there
 * when it prints.
 */
export function contents(entries: SetEntry[], pages: Map<string, number>): Paragraph[] {
  const titles = entries.filter(({ headline }) => headline.length > 0);
  if (titles.length === 0) return [];
  return [
    new Paragraph({
      style: "ContentsTitle",
      spacing: { before: points(10) },
      children: textRuns(words.contents),
    }),
    ...titles.map(
      ({ id, title }, at) =>
        new Paragraph({
          style: "Contents",
          ...(at === titles.length - 1 && { spacing: { after: points(pitch / 2) } }),
          tabStops: [{ type: TabStopType.RIGHT, position: typeArea - 480, leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({ anchor: bookmarkName(at + 1), children: textRuns(title) }),
            new TextRun({ children: [new Tab()] }),
            new SimpleField(`PAGEREF ${bookmarkName(at + 1)} \\h`, String(pages.get(id) ?? "")),
          ],
        }),
    ),
  ];
}
