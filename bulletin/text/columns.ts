type Span = { colspan?: number; rowspan?: number };

/**
 * How many columns a table takes up, with its spans: what stands in a row is pushed aside by what reaches down from above.
 * Spans are cut to what is free, as on the page (typesetting/data/tables.ts).
 */
export function columnsOf(rows: readonly (readonly Span[])[]): number {
  /** By column, the first row in which it is free again. */
  const freeFrom: number[] = [];
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { colspan = 1, rowspan = 1 } of row) {
      while ((freeFrom[x] ?? 0) > y) x += 1;
      const end = x + colspan;
      do {
        freeFrom[x] = Math.min(y + rowspan, rows.length);
        x += 1;
      } while (x < end && (freeFrom[x] ?? 0) <= y);
    }
  }
  return freeFrom.length;
}
