import {
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import type { PlacedCell, PlacedTable } from "../data/tables";
import { pitch, points, rules, typeArea } from "./measures";
import { formattedRuns } from "./text";

/** Word opens no table with more. */
const mostColumns = 63;

type GridCell = PlacedCell & { merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType] };

/**
 * A table as wide as the type area, its head repeated where it goes on. A small space follows, also
 * because Word would make one table of two that follow each other.
 */
export function table({ rows, widths, head, size, inset }: PlacedTable): FileChild[] {
  if (rows.length === 0) return [];
  const columnWidths = columnsOf(widths);
  const look = { columnWidths, size, inset };
  return [
    new Table({
      style: "TableGrid",
      width: { size: typeArea, type: WidthType.DXA },
      columnWidths,
      layout: TableLayoutType.AUTOFIT,
      margins: { left: points(inset), right: points(inset), top: 0, bottom: 0, marginUnitType: WidthType.DXA },
      borders,
      rows: gridOf(rows, columnWidths.length).map(
        (cells, y) =>
          new TableRow({
            tableHeader: y < head,
            cantSplit: true,
            height: { value: points(pitch * 0.95), rule: HeightRule.ATLEAST },
            children: cells.map((cell) => cellOf(cell, look)),
          }),
      ),
    }),
    new Paragraph({ style: "Spacer" }),
  ];
}

const line = { style: BorderStyle.SINGLE, size: rules.table, color: "000000" };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

function columnsOf(widths: number[]): number[] {
  const held = widths.slice(0, mostColumns);
  const sum = held.reduce((total, each) => total + each, 0);
  return held.map((each) => Math.floor((each / sum) * typeArea));
}

/**
 * Every row as Word wants it: a cell for each place, also for those that a span from above covers. What
 * stands right of the last column that Word has is written into that one.
 */
export function gridOf(rows: PlacedCell[][], columns: number): GridCell[][] {
  const grid: GridCell[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    for (const cell of row) {
      const last = grid[y]?.find(({ x, colspan }) => x + colspan >= columns);
      if (cell.x >= columns && last) last.runs = [...last.runs, { text: " " }, ...unbroken(cell.runs)];
      if (cell.x >= columns) continue;
      const colspan = Math.min(cell.colspan, columns - cell.x);
      for (let down = 0; down < cell.rowspan; down++) {
        const merge = down > 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
        grid[y + down]?.push({
          ...cell,
          colspan,
          runs: down > 0 ? [] : unbroken(cell.runs),
          ...(cell.rowspan > 1 && { merge }),
        });
      }
    }
  }
  return grid.map((row) => row.sort((a, b) => a.x - b.x));
}

function cellOf(
  { x, colspan, merge, header, long, runs }: GridCell,
  look: { columnWidths: number[]; size: number; inset: number },
) {
  const width = look.columnWidths.slice(x, x + colspan).reduce((sum, each) => sum + each, 0);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(colspan > 1 && { columnSpan: colspan }),
    ...(merge && { verticalMerge: merge }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: header ? "TableHead" : "TableText",
        ...(long && { alignment: "left" as const }),
        children: formattedRuns(runs, look.size === 12 ? {} : { size: look.size * 2 }),
      }),
    ],
  });
}

/** Places to break that the printed page needs; Word breaks within its cells by itself. */
function unbroken(runs: PlacedCell["runs"]): PlacedCell["runs"] {
  return runs.map((run) => ({ ...run, text: run.text.replaceAll("\u200b", "") }));
}
