import { Document, DocumentGridType, type FileChild, Packer } from "docx";
import { setEntry } from "../data/entries";
import { printableLine } from "../data/text";
import type { PressIssue } from "../document";
import type { Mark } from "../rows/marks";
import { arranged, pagesOfEntries } from "./arranged";
import { blocks, editorNote, headline, sectionTitle } from "./body";
import { contents } from "./contents";
import { fontTableXml } from "./fonts";
import { foot } from "./foot";
import { numbering } from "./lists";
import { type Making, makingOf } from "./making";
import { masthead } from "./masthead";
import { page, pitch, points } from "./measures";
import { manuscript } from "./newspaper";
import { footerDistance, pageNumbers } from "./pageNumbers";
import { corePropertiesXml, settingsXml } from "./parts";
import { stylesXml } from "./stylesheet";
import { undated } from "./undated";

/**
 * An issue in, its Word file (.docx) out: the same page as the PDF (GB/T 9704-2012), made of real styles,
 * so that an office can go on working on it. The same issue gives the same bytes. `marks` are those of
 * its PDF: photographs then stand where they stand there, and the contents know their pages.
 *
 * A newspaper's page cannot be a Word file. What comes out for it is the manuscript of its stories in
 * A4 (newspaper.ts).
 */
export async function wordOf(given: PressIssue, marks: Mark[] = []): Promise<Uint8Array> {
  const issue = given.layout === "newspaper" ? given : arranged(given, marks);
  const making = await makingOf(issue);
  const document = new Document({
    numbering,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              right: page.right,
              bottom: page.bottom,
              left: page.left,
              header: 851,
              footer: footerDistance,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: points(pitch) },
        },
        footers: pageNumbers(issue.settings),
        children: issue.layout === "newspaper" ? manuscript(making) : bulletin(making, pagesOfEntries(marks)),
      },
    ],
  });
  const zip = await Packer.toBuffer(document, undefined, [
    { path: "word/styles.xml", data: stylesXml(issue.settings) },
    { path: "word/settings.xml", data: settingsXml },
    { path: "word/fontTable.xml", data: fontTableXml(issue.settings) },
    { path: "docProps/core.xml", data: corePropertiesXml(issue) },
  ]);
  return undated(zip);
}

/** Weekly and flash. A flash is one story: the title of its section is not printed. */
function bulletin(making: Making, pages: Map<string, number>): FileChild[] {
  const { issue } = making;
  const sections = issue.sections.map(({ title, entries }) => ({
    title: issue.layout === "flash" ? "" : printableLine(title),
    entries: entries.map((entry) => setEntry(entry, issue)),
  }));
  return [
    ...masthead(issue),
    ...(issue.settings.contents && issue.layout !== "flash"
      ? contents(
          sections.flatMap(({ entries }) => entries),
          pages,
        )
      : []),
    ...editorNote(issue.editorNote),
    ...sections.flatMap(({ title, entries }) => [
      ...(title ? [sectionTitle(title, issue)] : []),
      ...entries.flatMap((entry) => [...headline(entry, making), ...blocks(entry.blocks, making)]),
    ]),
    ...foot(issue),
  ];
}
