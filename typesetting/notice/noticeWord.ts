import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { printableLine } from "../data/text";
import { brokenBySense } from "../headline/broken";
import { page, pitch, points, sizes } from "../word/measures";
import { undated } from "../word/undated";
import type { NoticeDocument, NoticeTable } from "./notice";

/** The same notice as a Word file, for an office that writes on in it; by the names under which offices have their faces. */
const faces = { title: "方正小标宋简体", fang: "仿宋", kai: "楷体", hei: "黑体" };

type Face = keyof typeof faces;
type Placed = { align?: (typeof AlignmentType)[keyof typeof AlignmentType]; indent?: number; after?: number };

export async function noticeWord(notice: NoticeDocument): Promise<Uint8Array> {
  const { title, to, opening, parts, issuer, date } = notice;
  const indented = { indent: points(32) };
  const children = [
    ...brokenBySense([printableLine(title)]).map((line) =>
      paragraph(line, "title", { align: AlignmentType.CENTER }, sizes.title2, 1.2),
    ),
    paragraph("", "fang"),
    ...(to ? [paragraph(to, "fang")] : []),
    paragraph(opening, "fang", indented),
    ...parts.flatMap(({ heading, paragraphs, table }) => [
      paragraph(heading, "hei", indented),
      ...paragraphs.map((text) => paragraph(text, "fang", indented)),
      ...(table ? [tableOf(table), paragraph("", "fang")] : []),
    ]),
    paragraph("", "fang"),
    ...[issuer, date].map((line) => paragraph(line, "fang", { align: AlignmentType.RIGHT, after: points(64) })),
  ];
  const margin = { top: page.top, right: page.right, bottom: page.bottom, left: page.left };
  const size = { width: page.width, height: page.height };
  const document = new Document({
    title,
    creator: issuer,
    sections: [{ properties: { page: { size, margin } }, children }],
  });
  return undated(await Packer.toBuffer(document));
}

function paragraph(text: string, face: Face, placed: Placed = {}, size: number = sizes.three, high = 1): Paragraph {
  const { align = AlignmentType.BOTH, indent = 0, after = 0 } = placed;
  return new Paragraph({
    alignment: align,
    indent: { firstLine: indent, right: after },
    spacing: { line: points(pitch * high), lineRule: LineRuleType.EXACT },
    children: [run(text, face, size)],
  });
}

const run = (text: string, face: Face, size: number) =>
  new TextRun({ text: printableLine(text), font: faces[face], size });

function tableOf({ heads, groups, sum }: NoticeTable): Table {
  const row = (cells: string[], face: Face, head = false) =>
    new TableRow({ tableHeader: head, cantSplit: true, children: cells.map((text, at) => cell(text, face, at > 0)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(heads, "hei", true),
      ...groups.flatMap(({ name, rows }) => [
        new TableRow({ children: [cell(name, "kai", false, heads.length)] }),
        ...rows.map((cells) => row(cells, "fang")),
      ]),
      ...(sum ? [row(sum, "hei")] : []),
    ],
  });
}

function cell(text: string, face: Face, centred: boolean, columnSpan = 1): TableCell {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    columnSpan,
    children: [new Paragraph({ alignment, children: [run(text, face, sizes.smallFour)] })],
  });
}
