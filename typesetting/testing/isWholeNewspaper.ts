import { expect } from "vitest";
import { printable } from "../data/text";
import type { Block, PressIssue, Run } from "../document";
import { typeset } from "../press";
import { press } from "./press";
import { readPdf, withoutSpace } from "./readPdf";

const notes = /（(下转|上接)第[一二三四五六七八九十]+版[①-⑳]?）/g;

/** Every text of a newspaper is on its pages, whole or parted at a jump; a note never stands without its other half. */
export async function isWholeNewspaper(issue: PressIssue) {
  const pages = typeset(press(), issue);
  const read = await readPdf(pages.pdf());
  const written = read.map(({ lines }) => withoutSpace(lines.map(({ text }) => text).join("")));
  const jumps = written.flatMap((text) => [...text.matchAll(notes)].map(([, kind]) => kind));
  expect(jumps.filter((kind) => kind === "下转").length).toBe(jumps.filter((kind) => kind === "上接").length);
  const texts = written.map((text) => text.replace(notes, ""));
  for (const text of textsOf(issue)) expect(isOn(texts, text), text.slice(0, 30)).toBe(true);
  return { pages, read, jumps: jumps.length / 2 };
}

/** As one piece on a page, or its beginning on one and the rest on the next ones. */
function isOn(pages: string[], text: string): boolean {
  if (!text || pages.some((page) => page.includes(text))) return true;
  return pages.some((page, at) => {
    let [known, unknown] = [0, text.length];
    while (unknown - known > 1) {
      const middle = (known + unknown) >> 1;
      if (page.includes(text.slice(0, middle))) known = middle;
      else unknown = middle;
    }
    return known > 0 && isOn(pages.slice(at + 1), text.slice(known));
  });
}

function textsOf({ sections }: PressIssue): string[] {
  const all = sections.flatMap(({ entries }) =>
    entries.flatMap(({ headline, newspaper, blocks }) => [
      ...headline.flatMap((line) => line.split("|")),
      ...(newspaper ? [newspaper.kicker, newspaper.deck, newspaper.dateline] : []),
      ...blocks.flatMap(ofBlock),
    ]),
  );
  return all.map((text) => withoutSpace(printable(text)));
}

function ofBlock(block: Block): string[] {
  if (block.type === "paragraph" || block.type === "heading") return [ofRuns(block.runs)];
  if (block.type === "list") return block.items.map(ofRuns);
  if (block.type === "table") return block.rows.flatMap((row) => row.map(({ runs }) => ofRuns(runs)));
  return [block.caption, block.credit];
}

const ofRuns = (runs: Run[]): string => runs.map(({ text }) => text).join("");
