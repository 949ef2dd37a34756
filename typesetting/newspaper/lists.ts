import { printableLine } from "../data/text";
import type { PressIssue } from "../document";
import { type Paragraph, plain } from "./copy";
import type { Element } from "./elements";
import type { Galley } from "./galley";
import { across, type Grid, leftOf, pitch, topOf } from "./grid";
import { type Setting, styles } from "./setting";
import { setParagraph } from "./storyElements";

/** The lists (报, 送, 发) in a box at the foot of the last page: what it takes, and the box. */
export type Lists = { rows: number; element: Element | null };

export function listsOf({ lists }: PressIssue, grid: Grid, galley: Galley): Lists {
  const paragraphs = lists.filter(({ addressees }) => addressees.length).map(paragraphOf);
  if (!paragraphs.length) return { rows: 0, element: null };
  const width = across(grid, grid.columns);
  const setting: Setting = { style: "lists", columns: 1, measure: width - 12, gutter: 0, inset: 6 };
  galley.measure(paragraphs.map((paragraph) => ({ ...setting, paragraph, note: "" })));
  const lines = paragraphs.reduce((sum, paragraph) => sum + galley.lines(paragraph, setting), 0);
  const height = Math.ceil((lines * styles.lists.pitch) / pitch + 0.4);
  const element: Element = {
    ...setting,
    kind: "lists",
    paragraphs: paragraphs.map((paragraph) => setParagraph({ paragraph, space: 0, start: 0, lines: 0 })),
    ...{ x: leftOf(grid, 0), y: topOf(grid, grid.rows - height), width, height: height * pitch },
  };
  return { rows: height + 1, element };
}

function paragraphOf({ label, addressees }: PressIssue["lists"][number]): Paragraph {
  const runs = [{ text: `${addressees.map(printableLine).join("，")}。` }];
  return { ...plain("", 0), lead: `${printableLine(label)}：`, runs, indent: false };
}
