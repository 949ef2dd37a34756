import type { SetBlock, SetEntry } from "../data/entries";
import { type Photographs, pitch } from "../data/figures";
import type { SetSection } from "../data/issue";
import type { Run } from "../document";
import { widthOf } from "../headline/broken";
import type { Mark } from "./marks";
import { charactersBefore, linesBetween } from "./marks";

/** One thing on the row grid: how high it is, and how it may be parted from what follows. */
export type Unit = {
  entry?: string;
  block?: number;
  rows: number;
  /** `lines` breaks between any two, `never` stands whole; of a table, the rows of each of its rows. */
  breaks: "lines" | "never" | number[];
  /** Of a table: how many of its rows are the header, repeated where it goes on. */
  head?: number;
  /** Does not stand last on a page. */
  stays: boolean;
  /** Of a paragraph: characters on its last line. */
  last?: number;
  photographs?: Photographs;
};

/** Rows of a headline: 32 pt a line and 12 pt around them (bulletin.typ). Wide Latin breaks into more lines than planned. */
function headlineRows(found: [Mark, Mark] | undefined, planned: number): number {
  const lines = found ? Math.round((found[1].y - found[0].y) / 32) + 1 : planned;
  return Math.ceil((32 * lines + 12) / pitch);
}

/** The body of an issue as units in the order of the page, measured from one composition, or estimated where there are no marks. */
export function unitsOf(sections: SetSection[], marks: Mark[], layout: string, above: number): Unit[] {
  const measured = pairs(marks);
  // A long editor's note or contents go on on the next page.
  const units: Unit[] = [{ rows: above, breaks: "lines", stays: false }];
  for (const { lines, entries } of sections) {
    if (layout === "weekly" && lines.length) units.push({ rows: 1 + lines.length, breaks: "never", stays: true });
    for (const entry of entries) units.push(...ofEntry(entry, measured));
  }
  return units;
}

function ofEntry({ id, headline, blocks }: SetEntry, measured: Map<string, [Mark, Mark]>): Unit[] {
  const head: Unit[] = headline.length
    ? [
        {
          entry: id,
          rows: headlineRows(measured.get(key({ entry: id, part: "headline" })), headline.length),
          breaks: "never",
          stays: true,
        },
      ]
    : [];
  return [...head, ...blocks.flatMap((block) => ofBlock(id, block, measured))];
}

function ofBlock(entry: string, block: SetBlock, measured: Map<string, [Mark, Mark]>): Unit[] {
  const at = { entry, block: block.at };
  if (block.type === "photographs")
    return [{ ...at, rows: block.rows, breaks: "never", stays: false, photographs: block }];
  if (block.type === "list")
    return block.items.map(({ runs }, item) => ({
      ...at,
      ...paragraph(runs, measured.get(key({ ...at, item }))),
      stays: false,
    }));
  const found = measured.get(key(at));
  if (block.type === "table") {
    const heights = found?.[1].heights ?? block.rows.map(() => 1);
    return [{ ...at, rows: sum(heights), breaks: heights, head: block.head, stays: false }];
  }
  return [{ ...at, ...paragraph(block.runs, found), stays: block.type === "heading" }];
}

function paragraph(runs: Run[], found: [Mark, Mark] | undefined): Pick<Unit, "rows" | "breaks" | "last"> {
  if (!found) return { rows: estimatedLines(runs), breaks: "lines" };
  return { rows: linesBetween(...found), breaks: "lines", last: charactersBefore(found[1]) };
}

/**
 * Lines of a paragraph that has not been set: 28 characters a line after an indent of two. Punctuation
 * that gives way lets a line take in one more. Right for 99 of 100 paragraphs of bulletins.
 */
function estimatedLines(runs: Run[]): number {
  const width = runs.reduce((total, { text }) => total + widthOf(text), 2);
  return Math.max(1, Math.ceil((width - 0.5 - Math.floor(width / columns)) / columns));
}

const columns = 28;

const sum = (all: number[]): number => all.reduce((total, each) => total + each, 0);

const key = ({ entry, block, item, part }: Partial<Mark>) => `${entry}/${block}/${item}/${part}`;

function pairs(marks: Mark[]): Map<string, [Mark, Mark]> {
  const starts = new Map<string, Mark>();
  const found = new Map<string, [Mark, Mark]>();
  for (const mark of marks) {
    const at = key(mark);
    const start = starts.get(at);
    if (mark.edge === "start") starts.set(at, mark);
    else if (start) found.set(at, [start, mark]);
  }
  return found;
}
