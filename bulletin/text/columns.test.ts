import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placedTable } from "@/typesetting/data/tables";
import { columnsOf } from "./columns";
import { limits } from "./model";
import { blocksSchema } from "./schema";

const text = { runs: [{ text: "甲" }] };

describe("the columns of a table", () => {
  it.each([
    [[[{}]], 1],
    [[[{ colspan: 3 }], [{}, {}]], 3],
    [
      [
        [{ rowspan: 2 }, {}],
        [{}, {}],
      ],
      3,
    ],
    [[[{}, { rowspan: 2 }], [{ colspan: 5 }]], 2],
    [[[]], 0],
  ])("of %j are %i", (rows, count) => {
    expect(columnsOf(rows)).toBe(count);
  });

  it("are those that it has on the page", () => {
    const span = (max: number) => fc.option(fc.integer({ min: 2, max }), { nil: undefined });
    const cell = fc.record({ colspan: span(4), rowspan: span(4) });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const table = { type: "table" as const, rows: given.map((row) => row.map((each) => ({ ...text, ...each }))) };
        expect(placedTable(table, 0).widths).toHaveLength(columnsOf(given));
      }),
    );
  });

  it("are refused where spans make more of them than a page holds, however few cells a row has", () => {
    const rows = Array.from({ length: limits.rows }, (_, y) =>
      Array.from({ length: 12 }, () => ({ ...text, ...(y < limits.rows - 1 && { rowspan: limits.rows - y }) })),
    );
    const refused = blocksSchema.safeParse([{ type: "table", rows }]);
    expect(refused.error?.issues).toMatchObject([{ params: { key: "tooManyColumns" } }]);
    const wide = Array.from({ length: 6 }, () => ({ ...text, colspan: 3 }));
    expect(blocksSchema.safeParse([{ type: "table", rows: [wide] }]).success).toBe(false);
    expect(blocksSchema.safeParse([{ type: "table", rows: [wide.slice(0, 4)] }]).success).toBe(true);
  });
});
