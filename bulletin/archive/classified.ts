import type { Content } from "../press/content";
import { isClassified } from "../text/fields";
import { type Block, textOf } from "../text/model";
import { paragraphsOf } from "../text/plain";
import { plain } from "./recognise/marks";

/** Whether a line of a text that was read in is a classified marking, under whatever marks of bold or of headings. */
export function isClassifiedText(text: string): boolean {
  return isClassified(text) || isClassified(text.split("\n").map(plain).join("\n"));
}

/** Whether a line of an issue, put together as it is printed, is a classified marking. */
export function holdsClassified({ editorNote, sections, besides }: Content): boolean {
  const lines = sections.flatMap(({ title, entries }) => [
    title,
    ...entries.flatMap(({ headline, blocks }) => [
      ...headline,
      ...blocks.flatMap((block) => (block.type === "table" ? cellsOf(block) : paragraphsOf([block]))),
    ]),
  ]);
  const around = besides ? [...besides.masthead, ...besides.contents, ...besides.foot] : [];
  return isClassified([editorNote, ...around, ...lines].join("\n"));
}

/** A marking stands in a cell of its own, and not in the middle of a sentence that has a blank. */
function cellsOf({ rows }: Extract<Block, { type: "table" }>): string[] {
  return rows.flatMap((row) => row.map(({ runs }) => textOf(runs)));
}
