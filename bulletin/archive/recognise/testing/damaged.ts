import { widthOf } from "../characters";
import type { Printed } from "./printed";

/** What a reader of printed pages does to a text. `dice` gives numbers from 0 up to, not including, its argument. */
export const damages = {
  none: (all) => spaced(all),
  unspaced: (all) => all.map(({ text }) => text).join("\n"),
  pageCuts: (all, dice) => spaced(cutAtPages(all, dice, () => [])),
  pageNumbers: (all, dice) => spaced(cutAtPages(all, dice, (page) => [`— ${page} —`])),
  runningHeads: (all, dice) => spaced(cutAtPages(all, dice, (page) => [`- ${page} -`, "\f云川市 工作周报"])),
  wrapped28: (all) => wrapped(all, 28, "　　"),
  wrapped28bare: (all) => wrapped(all, 28, ""),
  columns10: (all) => wrapped(all, 10, "", "\n"),
  fullWidth: (all) => spaced(all).replace(/[0-9]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  spacedDigits: (all) => spaced(all).replace(/(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])/g, " $1 "),
  readTwice: (all, dice) => spaced(twice(all, dice)),
  lostPictures: (all) => spaced(all).replace(/\n\n/g, "\n\n\n\n"),
  markdownBold: (all) => spaced(all.map((each) => ({ ...each, text: each.text.replace(/要把|要多听/g, "**$&**") }))),
} satisfies Record<string, (all: Printed[], dice: (below: number) => number) => string>;

export type Damage = keyof typeof damages;

function spaced(all: Printed[]): string {
  return all.map(({ text }) => text).join("\n\n");
}

/**
 * Every third paragraph or so is cut where a page ended: at the end of a printed line, within a sentence. A
 * paragraph that a page ends with a full stop looks as two, to a person too.
 */
function cutAtPages(all: Printed[], dice: (below: number) => number, between: (page: number) => string[]): Printed[] {
  let page = 0;
  return all.flatMap((each) => {
    if (each.kind !== "paragraph" || each.text.length < 62 || dice(3) > 0) return [each];
    const at = 26 + 28 * dice(Math.floor((each.text.length - 34) / 28) + 1);
    if (each.text[at - 1] === "。") return [each];
    page += 1;
    const own = (text: string): Printed => ({ text, kind: "paragraph" });
    return [own(each.text.slice(0, at)), ...between(page).map(own), own(each.text.slice(at))];
  });
}

function wrapped(all: Printed[], width: number, indent: string, apart = ""): string {
  const lines = all.map(({ text, kind }) => (kind === "paragraph" ? broken(indent + text, width).join("\n") : text));
  return lines.join(`\n${apart}`);
}

/** Lines of a width, as a page sets them: numbers are not broken, no line begins with a mark. */
export function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[0-9A-Za-z.]+|[\s\S]/g) ?? []) {
    if (line && widthOf(line) + widthOf(part) > width && !/[，。、；：！？）”》]/.test(part)) {
      lines.push(line);
      line = "";
    }
    line += part;
  }
  return [...lines, line];
}

/** One paragraph of each issue stands there twice. */
function twice(all: Printed[], dice: (below: number) => number): Printed[] {
  const paragraphs = all.filter(({ kind }) => kind === "paragraph");
  const again = paragraphs[dice(paragraphs.length)];
  return all.flatMap((each) => (each === again ? [each, each] : [each]));
}
