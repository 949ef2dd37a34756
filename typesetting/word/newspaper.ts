import { type FileChild, Paragraph } from "docx";
import { type SetEntry, setEntry } from "../data/entries";
import { printableLine } from "../data/text";
import type { NewspaperPlacing } from "../document";
import { pageName } from "../newspaper/notes";
import { words } from "../words";
import { blocks, editorNote, headline, paragraph, sectionTitle } from "./body";
import { foot } from "./foot";
import type { Making } from "./making";
import { issuerAndDate, numberOf, titleOf } from "./masthead";
import { textRuns } from "./text";

/**
 * The stories of a newspaper as a manuscript, for those who work on the text: the nameplate as a
 * masthead, each page (版) under its heading, each story with 引题, headline, 副题 and 电头, the editors'
 * mark at the end of each page. No columns, no jumps, nothing of the page's arrangement: that is the PDF's.
 */
export function manuscript(making: Making): FileChild[] {
  const { issue } = making;
  return [
    ...nameplate(making),
    ...editorNote(issue.editorNote),
    ...issue.sections.flatMap(({ title, entries }, at) => [
      sectionTitle(`${pageName(at + 1)}　${printableLine(title)}`.trim(), issue),
      ...entries.flatMap((entry) => story(setEntry(entry, issue), entry.newspaper, making)),
      ...editorsMark(making),
    ]),
    ...(issue.lists.some(({ addressees }) => addressees.length > 0) ? foot(issue) : []),
  ];
}

function nameplate({ issue: { masthead: head, settings } }: Making): Paragraph[] {
  const { slogan, ears, latin } = settings.newspaper;
  const standing = [latin, ...slogan, [ears.left, ears.right].filter(Boolean).join("　")]
    .map(printableLine)
    .filter(Boolean);
  return [
    ...(head.internal ? [new Paragraph({ style: "Marking", children: textRuns(words.internal) })] : []),
    titleOf(printableLine(head.region + head.title), 0),
    ...standing.map((line) => new Paragraph({ style: "Standing", children: textRuns(line) })),
    new Paragraph({ style: "Number", children: textRuns(numberOf(head)) }),
    issuerAndDate(printableLine(head.issuer), printableLine(`${head.date}　${head.weekday}`)),
  ];
}

function story(entry: SetEntry, placing: NewspaperPlacing | undefined, making: Making): FileChild[] {
  const kicker = printableLine(placing?.kicker ?? "");
  const deck = printableLine(placing?.deck ?? "");
  const dateline = printableLine(placing?.dateline ?? "");
  const [first, ...rest] = entry.blocks;
  const lead = textRuns(dateline ? `${dateline}　` : "", { style: "Dateline" });
  return [
    ...(kicker ? [new Paragraph({ style: "Kicker", children: textRuns(kicker) })] : []),
    ...headline(entry, making),
    ...(deck ? [new Paragraph({ style: "Deck", children: textRuns(deck) })] : []),
    ...(first?.type === "paragraph" ? [paragraph(first.runs, lead), ...blocks(rest, making)] : undatedStory()),
  ];

  /** A story that begins with a photograph has its dateline in a line of its own. */
  function undatedStory(): FileChild[] {
    return [...(dateline ? [paragraph([], lead)] : []), ...blocks(entry.blocks, making)];
  }
}

function editorsMark({ issue }: Making): Paragraph[] {
  const editors = printableLine(issue.imprint.editors);
  return editors ? [new Paragraph({ style: "Mark", children: textRuns(`${words.imprint.editors}：${editors}`) })] : [];
}
