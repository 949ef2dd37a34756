import type { Content } from "../press/content";
import { isClassified } from "../text/fields";
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
      ...paragraphsOf(blocks).flatMap((each) => each.split("　")),
    ]),
  ]);
  const around = besides ? [...besides.masthead, ...besides.contents, ...besides.foot] : [];
  return isClassified([editorNote, ...around, ...lines].join("\n"));
}
