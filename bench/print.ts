/** One thing measured: what, how much, and what was asked for (a bound, or what it is compared with). */
export type Measured = { what: string; value: number | null; unit: string; bound?: number; note?: string };

/** A table for people, or one JSON object a line for programs. */
export function print(bench: string, rows: Measured[], json: boolean): void {
  if (json) {
    for (const row of rows) process.stdout.write(`${JSON.stringify({ bench, ...row })}\n`);
    return;
  }
  const width = Math.max(...rows.map(({ what }) => widthOf(what)));
  process.stdout.write(`${bench}\n`);
  for (const { what, value, unit, bound, note } of rows) {
    const shown = value === null ? "没有测" : `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
    const judged = value === null || bound === undefined ? "" : `  ${value <= bound ? "达到" : "没有达到"} ≤ ${bound}`;
    process.stdout.write(
      `  ${what}${" ".repeat(width - widthOf(what))}  ${shown.padStart(10)}${judged}${note ? `  ${note}` : ""}\n`,
    );
  }
}

/** Width on a terminal: a Han character takes two places. */
function widthOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (each > "\u2e7f" ? 2 : 1), 0);
}

/** The middle value, or any other quantile. */
export function quantile(values: number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
