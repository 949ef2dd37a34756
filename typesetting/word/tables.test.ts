import fc from "fast-check";
import { expect, test } from "vitest";
import { placedTable } from "../data/tables";
import type { Cell } from "../document";
import { issueOf, story } from "../testing/issues";
import { gridOf } from "./tables";
import { documentOf, textOf } from "./testing";

const cell = (text: string, given: Partial<Cell> = {}): Cell => ({ runs: [{ text }], ...given });
const wordWith = (...tables: Cell[][][]) =>
  documentOf(
    issueOf({
      sections: [
        {
          title: "",
          entries: [
            story(
              [],
              tables.map((rows) => ({ type: "table", rows })),
            ),
          ],
        },
      ],
    }),
  );

test("the head is repeated, spans are Word's own", async () => {
  const xml = await wordWith([
    [cell("县区", { header: true, rowspan: 2 }), cell("农业", { header: true, colspan: 2 })],
    [cell("造林", { header: true }), cell("清淤", { header: true })],
    [cell("青禾县"), cell("2.60"), cell("58")],
  ]);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1);
  expect([...xml.matchAll(/<w:vMerge w:val="(\w+)"/g)].map(([, kind]) => kind)).toEqual(["restart", "continue"]);
  expect(textOf(xml)).toContain("县区\n农业\n\n造林\n清淤\n青禾县\n2.60\n58\n");
});

test("two tables that follow each other stay two", async () => {
  const xml = await wordWith([[cell("甲")]], [[cell("乙")]]);
  expect(xml).not.toContain("</w:tbl><w:tbl>");
  expect(xml.match(/<w:tblStyle/g)).toHaveLength(2);
});

test.each([40, 90])("a table of %i columns has all its text in as many columns as Word opens", async (count) => {
  const xml = await wordWith([Array.from({ length: count }, (_, at) => cell(`第${at}格`))]);
  const columns = [...xml.slice(0, xml.indexOf("</w:tblGrid>")).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(columns.length).toBe(Math.min(count, 63));
  expect(Math.min(...columns)).toBeGreaterThan(0);
  const text = textOf(xml);
  for (let at = 0; at < count; at++) expect(text).toContain(`第${at}格`);
});

const spans = fc.record({
  colspan: fc.integer({ min: 1, max: 5 }),
  rowspan: fc.integer({ min: 1, max: 5 }),
  header: fc.constantFrom(undefined, true as const),
});

test("whatever the spans, every row fills the grid, and what goes on below has begun above", () => {
  fc.assert(
    fc.property(fc.array(fc.array(spans, { maxLength: 20 }), { maxLength: 8 }), (given) => {
      const rows = given.map((row, y) =>
        row.map(({ header, ...each }, x) => cell(`${y},${x};`, { ...each, ...(header && { header }) })),
      );
      const placed = placedTable({ type: "table", rows }, 0);
      const columns = Math.min(placed.widths.length, 63);
      const grid = gridOf(placed.rows, columns);
      for (const [y, row] of grid.entries()) {
        expect(row.map(({ x }) => x)).toEqual(
          row.map((_, at) => row.slice(0, at).reduce((sum, { colspan }) => sum + colspan, 0)),
        );
        expect(row.reduce((sum, { colspan }) => sum + colspan, 0)).toBe(columns);
        for (const { x, colspan, merge } of row) {
          const above = grid[y - 1]?.find((each) => each.x === x && each.colspan === colspan);
          if (merge === "continue") expect(above?.merge).toMatch(/restart|continue/);
        }
      }
      const read = grid
        .flat()
        .flatMap(({ runs }) => runs.map(({ text }) => text))
        .join("");
      for (const { runs } of rows.flat()) expect(read).toContain(runs[0]?.text);
    }),
  );
});
