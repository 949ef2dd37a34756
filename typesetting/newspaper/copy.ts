import { type PlacedTable, placedTable } from "../data/tables";
import { printable, printableLine, printableRuns } from "../data/text";
import type { Block, PressEntry, PressIssue, Run } from "../document";
import { type Picture, pictureOf } from "./pictures";

/** A paragraph (or heading, or item of a list) of a story's text, or the rest of one from character `from` on. */
export type Paragraph = {
  entry: string;
  block: number;
  item: number | null;
  kind: "paragraph" | "heading";
  /** Printed before it: 本报讯（记者 …）, and the mark of a list's item. */
  lead: string;
  bullet: string;
  runs: Run[];
  from: number;
  indent: boolean;
};

/** A story, or what is left of one after a jump. */
export type Story = {
  kind: "story";
  entry: string;
  rank: 1 | 2 | 3 | 4;
  /** Columns that the editor wants; 0 is the machine's choice. */
  wanted: number;
  boxed: boolean;
  kicker: string;
  headline: string[];
  deck: string;
  text: Paragraph[];
  pictures: Picture[];
  tables: PlacedTable[];
  /** Where it was broken off. */
  resumed: Jump | null;
  /** Not the beginning of its entry: a table or pictures that had to stand by themselves. */
  later: boolean;
};

/** From a page to another: the note's number counts on the page that it leaves. `to` is 0 until it is known. */
export type Jump = { page: number; number: number; to: number };

/** A headline that is longer than this is a paragraph; so are a kicker and a deck. */
const longest = { headline: 240, other: 120 };

export function storyOf(entry: PressEntry, issue: PressIssue): Story {
  const { newspaper } = entry;
  const headline = entry.headline.map(printableLine).filter(Boolean);
  const endless = headline.join("").length > longest.headline;
  const [kicker, deck] = [printableLine(newspaper?.kicker ?? ""), printableLine(newspaper?.deck ?? "")];
  const text = entry.blocks.flatMap((block, at) => paragraphsOf(block, entry.id, at));
  const lead = printableLine(newspaper?.dateline ?? "");
  const heading = (words: string): Paragraph => ({ ...plain(entry.id, -1), kind: "heading", runs: [{ text: words }] });
  if (deck.length > longest.other) text.unshift(heading(deck));
  if (endless) text.unshift(heading(headline.join("　")));
  if (kicker.length > longest.other) text.unshift(heading(kicker));
  return {
    kind: "story",
    entry: entry.id,
    rank: newspaper?.rank ?? 3,
    wanted: newspaper?.columns ?? 0,
    boxed: newspaper?.boxed ?? false,
    kicker: kicker.length > longest.other ? "" : kicker,
    headline: endless ? [] : headline,
    deck: deck.length > longest.other ? "" : deck,
    text: withHeadings(lead ? led(text, lead, entry.id) : text),
    pictures: entry.blocks.flatMap((block, at) =>
      block.type === "figure" ? [pictureOf(block, at, entry.id, issue)] : [],
    ),
    tables: entry.blocks.flatMap((block, at) => (block.type === "table" ? [placedTable(block, at)] : [])),
    resumed: null,
    later: false,
  };
}

/** A heading stands before a paragraph and is short; else it is a paragraph in bold. */
function withHeadings(text: Paragraph[]): Paragraph[] {
  return text.map((each, at) => {
    if (each.kind !== "heading") return each;
    const stands = text[at + 1]?.kind === "paragraph" && textOf(each).length <= 60;
    return stands
      ? each
      : { ...each, kind: "paragraph", runs: each.runs.map((run) => ({ ...run, bold: true as const })) };
  });
}

export function plain(entry: string, block: number): Paragraph {
  return { entry, block, item: null, kind: "paragraph", lead: "", bullet: "", runs: [], from: 0, indent: true };
}

/** The editor's note (编者按) as a boxed story without a headline; it belongs to no entry. */
export function noteOf(text: string, label: string): Story {
  const lines = printable(text)
    .split("\n")
    .filter((line) => line.trim());
  return {
    kind: "story",
    entry: "",
    rank: 3,
    wanted: 0,
    boxed: true,
    kicker: label,
    headline: [],
    deck: "",
    text: lines.map((line, at) => ({ ...plain("", at), runs: [{ text: line }] })),
    pictures: [],
    tables: [],
    resumed: null,
    later: false,
  };
}

function paragraphsOf(block: Block, entry: string, at: number): Paragraph[] {
  if (block.type === "list")
    return block.items.flatMap((item, index) => {
      const bullet = block.ordered ? `${index + 1}.` : "·";
      return written({ ...plain(entry, at), item: index, bullet, runs: printableRuns(item) });
    });
  if (block.type === "paragraph") return written({ ...plain(entry, at), runs: printableRuns(block.runs) });
  if (block.type === "heading")
    return written({ ...plain(entry, at), kind: "heading", runs: printableRuns(block.runs) });
  return [];
}

function written(paragraph: Paragraph): Paragraph[] {
  return textOf(paragraph).trim() ? [paragraph] : [];
}

export function textOf({ runs }: Pick<Paragraph, "runs">): string {
  return runs.map(({ text }) => text).join("");
}

/** The dateline before the first paragraph; a story that has none gets one for it. */
function led(text: Paragraph[], lead: string, entry: string): Paragraph[] {
  const at = text.findIndex(({ kind }) => kind === "paragraph");
  if (at < 0) return [...text, { ...plain(entry, -1), lead }];
  return text.map((each, index) => (index === at ? { ...each, lead } : each));
}

/** The runs of a text from one character to another. */
export function sliced(runs: Run[], from: number, to: number): Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, run.text.length)];
    start += run.text.length;
    return begin < end ? [{ ...run, text: run.text.slice(begin, end) }] : [];
  });
}
