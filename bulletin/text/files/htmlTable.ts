import { columnsOf } from "../columns";
import { type Block, type Cell, type Figure, limits, type Run, textOf } from "../model";

/** A table while its cells open and close. A cell holds text alone: pictures in it stand behind the table. */
export class HtmlTable {
  readonly figures: Figure[] = [];
  private readonly rows: Cell[][] = [];
  private cell: { header: boolean; colspan: number; rowspan: number } | null = null;

  get isInCell(): boolean {
    return this.cell !== null;
  }

  row(): void {
    this.rows.push([]);
  }

  begin(header: boolean, { colspan, rowspan }: Record<string, string>): void {
    const span = (given: string | undefined, max: number) =>
      Math.max(1, Math.min(max, Number.parseInt(given ?? "1", 10) || 1));
    this.cell = { header, colspan: span(colspan, limits.columns), rowspan: span(rowspan, limits.rows) };
  }

  /** Ends the open cell with what was written in it; false where none is open. */
  end(runs: Run[]): boolean {
    if (!this.cell) return false;
    const { header, colspan, rowspan } = this.cell;
    if (!this.rows.length) this.rows.push([]);
    this.rows.at(-1)?.push({
      runs,
      ...(header && { header: true }),
      ...(colspan > 1 && { colspan }),
      ...(rowspan > 1 && { rowspan }),
    });
    this.cell = null;
    return true;
  }

  /** A table that held pictures and no word only said where they stand. */
  blocks(): Block[] {
    const rows = this.rows.filter((row) => row.length);
    const isFrame = this.figures.length > 0 && rows.flat().every(({ runs }) => !textOf(runs).trim());
    return [...(rows.length && !isFrame ? [{ type: "table" as const, rows: fitted(rows) }] : []), ...this.figures];
  }
}

/** Spans that make a table wider than any that is written are not taken over; every cell is. */
function fitted(rows: Cell[][]): Cell[][] {
  const written = Math.max(...rows.map((row) => row.length));
  if (written > limits.columns || columnsOf(rows) <= limits.columns) return rows;
  return rows.map((row) => row.map(({ colspan, rowspan, ...cell }) => cell));
}
