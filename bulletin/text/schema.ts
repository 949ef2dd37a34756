import { z } from "zod";
import { columnsOf } from "./columns";
import { line, listOf, refuse, tidy, unfit } from "./fields";
import { joined, lengthOf, limits, textOf } from "./model";

/** What a text may be: every write of blocks and headlines goes through here. */

const run = z
  .object({
    text: z.string().transform(tidy),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    underline: z.literal(true).optional(),
  })
  .strict()
  .superRefine(({ text }, ctx) => {
    // What is too long is refused below, and not looked through.
    const key = text.length <= limits.paragraph && unfit(text);
    if (key && key !== "classified") refuse(ctx, key);
  });

const runs = z
  .array(run)
  .max(2_000)
  .superRefine((all, ctx) => {
    const length = all.reduce((sum, { text }) => sum + text.length, 0);
    if (length > limits.paragraph) return refuse(ctx, "paragraphTooLong", { max: limits.paragraph, length });
    const text = textOf(all);
    if (text.split("\n").length > limits.breaks) refuse(ctx, "tooManyBreaks", { max: limits.breaks });
    // A marking stands at the beginning of a line: that is asked of the paragraph, not of a word in bold.
    if (unfit(text) === "classified") refuse(ctx, "classified");
  })
  // Runs that say nothing, or the same twice, are not kept: a text is as large as what is written in it.
  .transform(joined);

const cell = z
  .object({
    runs,
    header: z.literal(true).optional(),
    colspan: z.number().int().min(2).max(limits.columns).optional(),
    rowspan: z.number().int().min(2).max(limits.rows).optional(),
  })
  .strict();

const block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), runs }).strict(),
  z.object({ type: z.literal("heading"), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), runs }).strict(),
  z.object({ type: z.literal("list"), ordered: z.boolean(), items: z.array(runs).min(1).max(200) }).strict(),
  z.object({ type: z.literal("figure"), image: z.uuid().toLowerCase(), caption: line(120), credit: line(30) }).strict(),
  z
    .object({ type: z.literal("table"), rows: z.array(z.array(cell).max(limits.columns)).min(1).max(limits.rows) })
    .strict()
    .superRefine(({ rows }, ctx) => {
      if (columnsOf(rows) > limits.columns) refuse(ctx, "tooManyColumns", { max: limits.columns });
    }),
]);

export const blocksSchema = listOf(block, limits.blocks, "tooManyBlocks").superRefine((all, ctx) => {
  const length = all.reduce((sum, each) => sum + lengthOf(each), 0);
  if (length > limits.characters) refuse(ctx, "textTooLong", { max: limits.characters, length });
  // Empty ones count too: each takes a line of the page.
  const parts = all.reduce((sum, each) => sum + partsOf(each), 0);
  if (parts > limits.parts) refuse(ctx, "tooManyParts", { max: limits.parts });
  const figures = all.filter(({ type }) => type === "figure").length;
  if (figures > limits.figures) refuse(ctx, "tooManyFigures", { max: limits.figures });
});

function partsOf(each: z.output<typeof block>): number {
  if (each.type === "list") return each.items.length;
  return each.type === "table" ? each.rows.length : 0;
}

/** One to three lines; empty ones go. */
export const headlineSchema = z
  .array(line(limits.headlineLine))
  .max(12)
  .transform((lines) => lines.filter(Boolean))
  .superRefine((lines, ctx) => {
    if (lines.length > 3) refuse(ctx, "headlineLines");
  });

export type Run = z.output<typeof run>;
export type Cell = z.output<typeof cell>;
export type Block = z.output<typeof block>;
export type Figure = Extract<Block, { type: "figure" }>;
