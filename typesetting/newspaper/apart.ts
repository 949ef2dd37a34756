import type { PlacedTable } from "../data/tables";
import type { Piece } from "./briefs";
import { type Paragraph, plain, type Story } from "./copy";
import { tableWidth } from "./form";
import type { Galley } from "./galley";
import { type Grid, pitch } from "./grid";

/** Pictures that one story carries beside its first, and rows of tables. */
const carried = 3;
const tallest = 0.4;

/**
 * A story and what it cannot carry: more than a few pictures, tables higher than two fifths of a page.
 * Those stand by themselves under its headline, and can then be placed on any page. `thorough` leaves
 * it one picture and no table.
 */
export function apart(piece: Piece, grid: Grid, galley: Galley, thorough = false): Piece[] {
  if (piece.kind === "briefs") return [piece];
  const limit = Math.floor(grid.rows * tallest) * pitch;
  const width = tableWidth(piece, grid.columns, grid);
  const tables = piece.tables.flatMap((table) => divided(table, galley.heights(table, width), limit));
  const set = tables.filter((table): table is PlacedTable => !Array.isArray(table));
  const written = tables.filter((table): table is PlacedTable[] => Array.isArray(table)).flat();
  const text = [...piece.text, ...written.flatMap((table) => asText(table, piece.entry))];
  const count = thorough ? 1 : carried;
  const whole = !thorough && set.length === 1 && piece.tables.length === 1;
  const later = (given: Partial<Story>): Story => ({
    ...piece,
    ...{ kicker: "", deck: "", text: [], pictures: [], tables: [], resumed: null, boxed: false, wanted: 0 },
    ...given,
    later: true,
  });
  const galleries = chunks(piece.pictures.slice(count), count).map((pictures) => later({ pictures }));
  const others = whole ? [] : set.map((table) => later({ tables: [table] }));
  const first = { ...piece, text, pictures: piece.pictures.slice(0, count), tables: whole ? set : [] };
  return [
    ...(text.length || first.pictures.length || first.tables.length || first.headline.length ? [first] : []),
    ...galleries,
    ...others,
  ];
}

/** A table in parts that are not higher than the limit; one whose rows hang together too far is written out. */
function divided(table: PlacedTable, heights: number[], limit: number): (PlacedTable | PlacedTable[])[] {
  if (heights.reduce((sum, height) => sum + height, 0) <= limit) return [table];
  const head = table.rows.slice(0, table.head);
  const headHeight = heights.slice(0, table.head).reduce((sum, height) => sum + height, 0);
  const parts: PlacedTable["rows"][] = [];
  let height = limit + 1;
  for (let row = table.head; row < table.rows.length; ) {
    const end = groupEnd(table, row);
    const group = heights.slice(row, end).reduce((sum, each) => sum + each, 0);
    if (headHeight + group > limit * 1.5) return [[table]];
    if (height + group > limit) {
      parts.push([]);
      height = headHeight;
    }
    parts.at(-1)?.push(...table.rows.slice(row, end));
    height += group;
    row = end;
  }
  return parts.map((rows) => ({ ...table, rows: [...head, ...rows] }));
}

/** Where a row's cells, and all that hang together with them, end. */
function groupEnd({ rows }: PlacedTable, start: number): number {
  let end = start + 1;
  for (let row = start; row < end && row < rows.length; row++)
    for (const { rowspan } of rows[row] ?? []) end = Math.max(end, row + rowspan);
  return Math.min(end, rows.length);
}

function asText({ rows, at }: PlacedTable, entry: string): Paragraph[] {
  return rows.map((cells, item) => ({
    ...plain(entry, at),
    item,
    runs: cells.flatMap(({ runs }, index) => [...(index ? [{ text: "　" }] : []), ...runs]),
  }));
}

function chunks<T>(all: T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / length) }, (_, at) => all.slice(at * length, (at + 1) * length));
}
