import { type FileChild, Paragraph, type TextRun } from "docx";
import type { SetBlock, SetEntry } from "../data/entries";
import type { PressIssue, Run } from "../document";
import { words } from "../words";
import { photographs } from "./figures";
import { listItems } from "./lists";
import { type Making, nextList } from "./making";
import { pitch, points } from "./measures";
import { redOf } from "./styleXml";
import { table } from "./tables";
import { formattedRuns, textRuns, xmlText } from "./text";

/** ※重要会议※, the marks in the masthead's red. */
export function sectionTitle(title: string, issue: PressIssue): Paragraph {
  const mark = issue.settings.sectionMark;
  const red = { color: redOf(issue.settings), size: 32 };
  return new Paragraph({
    style: "Heading1",
    children: mark ? [...textRuns(`${mark} `, red), ...textRuns(title), ...textRuns(` ${mark}`, red)] : textRuns(title),
  });
}

/** 编者按, its first words in 黑体; empty text gives nothing. */
export function editorNote(text: string): Paragraph[] {
  const lines = xmlText(text)
    .split("\n")
    .filter((line) => line.trim());
  return lines.map(
    (line, at) =>
      new Paragraph({
        style: "EditorNote",
        ...(at === lines.length - 1 && { spacing: { after: points(pitch) } }),
        children: [
          ...(at === 0 ? textRuns(`${words.editorNote}：`, { style: "EditorNoteLead" }) : []),
          ...textRuns(line),
        ],
      }),
  );
}

/**
 * A headline, its lines broken by sense, in as many whole rows as in the PDF: 32 pt a line and 12 pt of
 * air at the least.
 */
export function headline({ headline: lines }: SetEntry, { bookmarks }: Making): Paragraph[] {
  if (lines.length === 0) return [];
  const rows = Math.ceil((32 * lines.length + 12) / pitch);
  const air = points((rows * pitch - 32 * lines.length) / 2);
  const empty = new Paragraph({ style: "Heading2", spacing: { before: air, after: air } });
  return [bookmarks.mark(empty, textRuns(lines.join("\n")))];
}

export function blocks(all: SetBlock[], making: Making): FileChild[] {
  return all.flatMap((block) => blockOf(block, making));
}

function blockOf(block: SetBlock, making: Making): FileChild[] {
  switch (block.type) {
    case "paragraph":
      return [paragraph(block.runs)];
    case "heading":
      // 一、 stands below the headline, which is Word's level 2.
      return [new Paragraph({ style: `Heading${(block.level ?? 1) + 2}`, children: formattedRuns(block.runs) })];
    case "list":
      return listItems(block.items, block.ordered, nextList(making));
    case "photographs":
      return photographs(block, making);
    case "table":
      return table(block);
  }
}

/** One of the text's own paragraphs, with `lead` (a dateline) before its first words. */
export function paragraph(runs: Run[], lead: TextRun[] = []): Paragraph {
  return new Paragraph({ style: "Text", children: [...lead, ...formattedRuns(runs)] });
}
