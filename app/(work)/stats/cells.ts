import type { Cell, Row, Sheet } from "write-excel-file/node";
import { type Day, toColumn } from "@/lib/dates";

/**
 * Cells of a workbook. Text is written as text, also where it begins with = or @, so that no headline becomes a formula;
 * figures are numbers, days are dates.
 */
const weight = (bold: boolean) => (bold ? ({ fontWeight: "bold" } as const) : {});
export const text = (value: string, bold = false): Cell => ({ value, type: String, ...weight(bold) });
export const number = (value: number, bold = false): Cell => ({ value, type: Number, ...weight(bold) });
export const percent = (value: number, bold = false): Cell => ({
  ...{ value, type: Number, format: "0.0%" },
  ...weight(bold),
});
export const share = (value: number | null): Cell =>
  value === null ? null : percent(Math.round(value * 1_000) / 1_000);
export const day = (value: Day | null): Cell =>
  value ? { value: toColumn(value), type: Date, format: "yyyy-mm-dd" } : null;

/** A sheet whose head stays in sight. `widths` in characters. */
export function sheet(name: string, heads: string[], rows: Row[], widths: number[]): Sheet<never> {
  const head = heads.map(
    (each): Cell => ({ value: each, type: String, fontWeight: "bold", bottomBorderStyle: "thin" }),
  );
  return { sheet: name, data: [head, ...rows], columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}
