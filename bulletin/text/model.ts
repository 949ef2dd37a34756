import type { Block, Run } from "./schema";

export type { Block, Cell, Figure, Run } from "./schema";

/**
 * The one text model: blocks of runs. Everything written is one of these; nobody stores HTML.
 * From it come the editor, the reading page, the printed page, Word, plain text and differences.
 * What may stand in it is said in schema.ts; here is what can be asked of it.
 */
export const limits = {
  ...{ paragraph: 8_000, blocks: 400, characters: 60_000, rows: 60, columns: 12, headlineLine: 40 },
  /** Lines that were broken by hand in one paragraph; items and table rows of a whole text; its pictures. */
  ...{ breaks: 60, parts: 600, figures: 60 },
  /** Characters of one story in a newspaper: two pages full. */
  newspaperStory: 10_000,
};

/** A text as it is kept, compared and frozen: an item's submission, an entry's revision. */
export type Text = { headline: string[]; blocks: Block[] };

/** Several texts as one, under the headline of the first: what was sent for a merged entry. */
export function together(texts: Text[]): Text | null {
  const [first] = texts;
  return first ? { headline: first.headline, blocks: texts.flatMap(({ blocks }) => blocks) } : null;
}

/** Blocks as they come out of a Json column, which only this schema's output ever goes into. */
export function asBlocks(column: unknown): Block[] {
  return column as Block[];
}

export function imagesOf(blocks: Block[]): string[] {
  return [...new Set(blocks.flatMap((each) => (each.type === "figure" ? [each.image] : [])))];
}

/** Adjoining runs of the same face are one; empty ones go. Two texts that read alike are then equal. */
export function joined(all: Run[]): Run[] {
  const out: Run[] = [];
  for (const { text, bold, italic, underline } of all) {
    if (!text) continue;
    const last = out.at(-1);
    if (last && last.bold === bold && last.italic === italic && last.underline === underline) last.text += text;
    else out.push({ text, ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }) });
  }
  return out;
}

export function textOf(all: Run[]): string {
  return all.map(({ text }) => text).join("");
}

/** Characters of a block, as the limits count them. */
export function lengthOf(each: Block): number {
  if (each.type === "figure") return each.caption.length;
  if (each.type === "list") return each.items.reduce((sum, item) => sum + textOf(item).length, 0);
  if (each.type === "table") return each.rows.flat().reduce((sum, { runs: all }) => sum + textOf(all).length, 0);
  return textOf(each.runs).length;
}
