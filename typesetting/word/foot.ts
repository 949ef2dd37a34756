import {
  BorderStyle,
  type FileChild,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { printableLine } from "../data/text";
import type { PressIssue } from "../document";
import { addresseesLine, words } from "../words";
import { noBorders } from "./figures";
import { points, rules, typeArea } from "./measures";
import { textRuns } from "./text";

/**
 * 报尾: 报/送/发, then who edited and how to reach them, then who printed it when and in how many copies;
 * the outer rules 0.35 mm, the inner ones 0.25 mm (GB/T 9704 7.4.1). A table without sides, its rows kept on one page.
 *
 * It floats at the bottom of the type area, the way offices set it in Word (表格属性, 文字环绕, 底端 相对于 页边距):
 * text keeps clear of it, and with too little room it goes to the next page. LibreOffice (7.4) sets a floating
 * table as wide as the page in the line, right after the text. That the foot's page is an even one
 * (`settings.evenPages`) only Word could see to, whose pages nobody knows here.
 */
export function foot(issue: PressIssue): FileChild[] {
  const parts = [listLines(issue), factLines(issue), [printedLine(issue)]].filter((lines) => lines.length > 0);
  const rows = parts.map((children, at) => {
    const top = at === 0 ? rules.outer : rules.inner;
    const bottom = at === parts.length - 1 ? rules.outer : rules.inner;
    const borders = { top: rule(top), bottom: rule(bottom) };
    return new TableRow({
      cantSplit: true,
      keepNext: at < parts.length - 1,
      children: [new TableCell({ borders, children })],
    });
  });
  return [
    new Paragraph({ style: "Spacer" }),
    new Table({
      width: { size: typeArea, type: WidthType.DXA },
      columnWidths: [typeArea],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        absoluteHorizontalPosition: 0,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        overlap: OverlapType.NEVER,
      },
      rows,
    }),
    new Paragraph({ style: "Seam" }),
  ];
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" });

/** Wrapped lines stand under the first addressee, after the colon. */
function listLines({ lists }: PressIssue): Paragraph[] {
  return lists
    .filter(({ addressees }) => addressees.length > 0)
    .map(({ label, addressees }) => {
      const name = `${printableLine(label)}：`;
      const hanging = points(14 * [...name].length);
      return new Paragraph({
        style: "Foot",
        alignment: "both",
        indent: { left: points(14) + hanging, right: points(14), hanging },
        children: textRuns(name + addresseesLine(addressees.map(printableLine))),
      });
    });
}

/** Where the second of two on a line begins, and how much it may take up. */
const middle = Math.round(typeArea / 2) + points(7);

/** 编辑, 审核, 签发, 电话, 邮箱: two on a line, if both fit their half. */
function factLines({ imprint }: PressIssue): Paragraph[] {
  const facts = (["editors", "reviewers", "signer", "phone", "email"] as const)
    .map((key) => ({ label: words.imprint[key], text: printableLine(imprint[key]) }))
    .filter(({ text }) => text)
    .map(({ label, text }) => `${label}：${text}`);
  const lines: string[][] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    if (last?.length === 1 && [...last, fact].every(fitsHalf)) last.push(fact);
    else lines.push([fact]);
  }
  return lines.map((pair) => twoOnALine(pair, "left", middle));
}

/** By 14 pt for a full character and 8 for a Latin letter: a little more than half, as m and @ need. */
function fitsHalf(text: string): boolean {
  const width = [...text].reduce((sum, letter) => sum + (letter < "\u0250" ? 8 : 14), 0);
  return points(width) <= typeArea - points(14) - middle;
}

function printedLine({ masthead, imprint }: PressIssue): Paragraph {
  const printed = words.printed(printableLine(masthead.issuer), printableLine(masthead.date));
  const copies = imprint.copies > 0 ? words.copies(imprint.copies) : "";
  return twoOnALine([printed, copies], "right", typeArea - points(14));
}

function twoOnALine([left = "", right = ""]: string[], type: "left" | "right", position: number): Paragraph {
  return new Paragraph({
    style: "Foot",
    tabStops: [{ type, position }],
    children: [...textRuns(left), ...(right ? [new TextRun({ children: [new Tab()] }), ...textRuns(right)] : [])],
  });
}
