import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import type { PageSettings } from "../document";
import { millimetres, points } from "./measures";

/** From the edge of the paper to the lower edge of the footer's line: the number's ink is then 7 mm below the type area. */
export const footerDistance = millimetres(25.45);

/** — 1 — outside, odd pages right and even left, one character in (GB/T 9704 7.5); in the middle; or none. */
export function pageNumbers({ footer }: PageSettings): { default: Footer; even: Footer } {
  return { default: footerOf(footer, AlignmentType.RIGHT), even: footerOf(footer, AlignmentType.LEFT) };
}

function footerOf(kind: PageSettings["footer"], side: "right" | "left"): Footer {
  const number = kind === "dashes" ? ["— ", PageNumber.CURRENT, " —"] : [PageNumber.CURRENT];
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        alignment: kind === "centre" ? AlignmentType.CENTER : side,
        ...(kind === "dashes" && { indent: { left: points(14), right: points(14) } }),
        children: kind === "none" ? [] : [new TextRun({ children: number })],
      }),
    ],
  });
}
