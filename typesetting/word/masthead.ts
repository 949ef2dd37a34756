import { Paragraph, Tab, TextRun } from "docx";
import { printableLine } from "../data/text";
import type { PressIssue } from "../document";
import { words } from "../words";
import { millimetres, points } from "./measures";
import { textRuns } from "./text";

/**
 * 报头: the marking, the place, the title in red, the number, office and date on one line, the red rule
 * (the lower border of that line, so that it moves with it). Nine rows of the page, as in the PDF.
 */
export function masthead({ masthead: head }: PressIssue): Paragraph[] {
  const region = printableLine(head.region);
  return [
    new Paragraph({ style: "Marking", children: head.internal ? textRuns(words.internal) : [] }),
    ...(region ? [new Paragraph({ style: "Region", children: textRuns(region) })] : []),
    titleOf(printableLine(head.title), region ? 0 : 44),
    new Paragraph({ style: "Number", children: textRuns(numberOf(head)) }),
    issuerAndDate(printableLine(head.issuer), printableLine(head.date)),
  ];
}

/** 第 19 期（总第 613 期）; before sign-off 第 19 期（拟）. */
export function numberOf({ number, total, tentative }: PressIssue["masthead"]): string {
  const running = printableLine(total);
  return printableLine(number) + (tentative ? words.tentative : "") + (running ? `（${running}）` : "");
}

/**
 * 64 pt, less where the title is longer than the line. Word adds tracking after the last character
 * too, which would push the title to the left: that one has none.
 */
export function titleOf(title: string, before: number): Paragraph {
  const letters = [...title];
  const size = Math.max(1, Math.floor(Math.min(64, millimetres(150) / 20 / (letters.length * 1.2)) * 2));
  const tracking = Math.round(size * 0.5 * 0.2 * 20);
  return new Paragraph({
    style: "Title",
    ...(before > 0 && { spacing: { before: points(before) } }),
    children: [
      ...textRuns(letters.slice(0, -1).join(""), { size, characterSpacing: tracking }),
      ...textRuns(letters.slice(-1).join(""), { size }),
    ],
  });
}

/** The tab stop is the style's. */
export function issuerAndDate(issuer: string, date: string): Paragraph {
  return new Paragraph({
    style: "Issuer",
    children: [...textRuns(issuer), new TextRun({ children: [new Tab()] }), ...textRuns(date)],
  });
}
