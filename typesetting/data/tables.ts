import type { Cell, Run, Table } from "../document";
import { breakable, printableRuns } from "./text";

export type PlacedCell = {
  x: number;
  colspan: number;
  rowspan: number;
  header: boolean;
  /** Long text stands left, figures and names in the middle. */
  long: boolean;
  runs: Run[];
};

export type PlacedTable = {
  type: "table";
  at: number;
  /** Rows at the top that are repeated where the table goes on. */
  head: number;
  /** Share of the width of each column; they add up to 1. */
  widths: number[];
  /** Points. */
  size: number;
  inset: number;
  rows: PlacedCell[][];
};

/** Columns beyond which nobody reads a table, and setting it takes minutes. */
const mostColumns = 60;

/**
 * A table with every cell at its column: spans are cut to what is there, rows filled up to a rectangle. Spans that
 * push it beyond all measure are let go.
 */
export function placedTable(table: Table, at: number): PlacedTable {
  const placed = placedWith(table, at);
  if (placed.widths.length <= mostColumns) return placed;
  return placedWith({ ...table, rows: table.rows.map((row) => row.map(({ colspan, rowspan, ...cell }) => cell)) }, at);
}

function placedWith({ rows: given }: Table, at: number): PlacedTable {
  const taken = new Set<string>();
  const rows = given.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken.has(`${x},${y}`)) x += 1;
      const placed = placedCell(cell, x, given.length - y);
      placed.colspan = free(taken, x, y, placed.colspan);
      for (let dy = 0; dy < placed.rowspan; dy++)
        for (let dx = 0; dx < placed.colspan; dx++) taken.add(`${x + dx},${y + dy}`);
      x += placed.colspan;
      return placed;
    });
  });
  const columns = Math.max(1, ...rows.flat().map(({ x, colspan }) => x + colspan));
  for (const [y, row] of rows.entries())
    for (let x = 0; x < columns; x++) if (!taken.has(`${x},${y}`)) row.push(placedCell({ runs: [] }, x, 1));
  const head = headOf(rows);
  const size = columns <= 8 ? 12 : columns <= 12 ? 10.5 : columns <= 20 ? 9 : 6.5;
  return { type: "table", at, head, widths: widthsOf(rows, columns), size, inset: columns <= 12 ? 4 : 1, rows };
}

/** 156 mm in points; a digit is half as wide as its size, a Latin letter little more. */
const typeArea = 156 * (72 / 25.4);

/** A table for the printed page, where a figure that is wider than its column breaks within its cell. */
export function withinCells(table: PlacedTable): PlacedTable {
  const { widths, size, inset } = table;
  const breaking = (cell: PlacedCell): PlacedCell => {
    const share = widths.slice(cell.x, cell.x + cell.colspan).reduce((sum, each) => sum + each, 0);
    const halves = Math.floor((share * typeArea - 2 * inset) / (0.6 * size));
    return { ...cell, runs: cell.runs.map((run) => ({ ...run, text: breakable(run.text, halves) })) };
  };
  return { ...table, rows: table.rows.map((row) => row.map(breaking)) };
}

function placedCell({ runs, header, colspan = 1, rowspan = 1 }: Cell, x: number, below: number): PlacedCell {
  const text = printableRuns(runs);
  const length = text.reduce((sum, run) => sum + run.text.length, 0);
  return { x, colspan, rowspan: Math.min(rowspan, below), header: header ?? false, long: length > 14, runs: text };
}

/** How much of a span is still free in its own row. */
function free(taken: Set<string>, x: number, y: number, span: number): number {
  for (let dx = 1; dx < span; dx++) if (taken.has(`${x + dx},${y}`)) return dx;
  return span;
}

/** Whole header rows at the top that no span ties to what is below; never the whole table. */
function headOf(rows: PlacedCell[][]): number {
  const count = rows.findIndex((row) => !row.length || row.some(({ header }) => !header));
  const head = count < 0 ? Math.max(0, rows.length - 1) : count;
  const crosses = rows.slice(0, head).some((row, y) => row.some(({ rowspan }) => y + rowspan > head));
  return crosses || head > 4 ? 0 : head;
}

/** Wider where more is written, between half and twice the average. */
function widthsOf(rows: PlacedCell[][], columns: number): number[] {
  const most = Array.from({ length: columns }, () => 1);
  for (const { x, colspan, runs } of rows.flat()) {
    if (colspan > 1) continue;
    const longest = Math.max(...runs.map(({ text }) => Math.max(...text.split("\n").map((line) => line.length))), 1);
    most[x] = Math.max(most[x] ?? 1, longest);
  }
  const average = most.reduce((sum, each) => sum + each, 0) / columns;
  const held = most.map((each) => Math.min(Math.max(each, average * 0.6), average * 2.2));
  const sum = held.reduce((total, each) => total + each, 0);
  return held.map((each) => each / sum);
}
