import fc from "fast-check";
import { type Block, joined, type Run } from "../text/model";

/** Texts as people write them: Chinese and Latin, punctuation, line breaks, characters beyond the basic plane. */
const words = fc
  .array(fc.constantFrom("市政协", "调研", "在北岭县", "12人", "，", "。", " ", "　", "A4", "𠮷", "\n", "※", "和"), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

const isTrue = fc.constant(true as const);

const run: fc.Arbitrary<Run> = fc.record(
  { text: words, bold: isTrue, italic: isTrue, underline: isTrue },
  { requiredKeys: ["text"] },
);

const runs = fc.array(run, { maxLength: 4 }).map(joined);

const cell = fc.record(
  { runs, header: isTrue, colspan: fc.integer({ min: 2, max: 4 }), rowspan: fc.integer({ min: 2, max: 4 }) },
  { requiredKeys: ["runs"] },
);

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("paragraph" as const), runs }) },
  fc.record({
    type: fc.constant("heading" as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    runs,
  }),
  fc.record({
    type: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ type: fc.constant("figure" as const), image: fc.uuid(), caption: words, credit: words }),
  fc.record({
    type: fc.constant("table" as const),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
);

/** Any text of the model, with its runs joined as the editor joins them. */
export const anyBlocks = fc.array(block, { minLength: 1, maxLength: 8 });

/** Any text of paragraphs, and what somebody might have made of it. */
const lines = fc.array(words, { maxLength: 8 });
export const twoVersions = fc
  .tuple(lines, lines, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(
    ([before, other, kept]) =>
      [
        before,
        before.map((text, at) => (kept[at] ? text : (other[at] ?? text))).concat(other.slice(before.length)),
      ] as const,
  );
