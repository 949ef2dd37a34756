/** One thing measured: what, how much, and what was asked for: at most `bound`, at least `least`. */
export type Measured = {
  what: string;
  value: number | null;
  unit: string;
  bound?: number;
  least?: number;
  note?: string;
};

export type Form = "table" | "json" | "markdown";

/** A table for people, one JSON object a line for programs, or a table for docs/performance.md. */
export function print(bench: string, rows: Measured[], form: Form): void {
  if (form === "json") {
    for (const row of rows) process.stdout.write(`${JSON.stringify({ bench, ...row })}\n`);
    return;
  }
  if (form === "markdown") {
    printMarkdown(bench, rows);
    return;
  }
  const width = Math.max(...rows.map(({ what }) => widthOf(what)));
  process.stdout.write(`${bench}\n`);
  for (const row of rows) {
    const { what, value, unit, note } = row;
    const shown = shownOf(value, unit);
    const judged = judgement(row);
    process.stdout.write(
      `  ${what}${" ".repeat(width - widthOf(what))}  ${shown.padStart(10)}${judged}${note ? `  ${note}` : ""}\n`,
    );
  }
}

function printMarkdown(bench: string, rows: Measured[]): void {
  process.stdout.write(`\n### ${bench}\n\n| 什么 | 多少 | 要求 |\n|---|---:|---|\n`);
  for (const row of rows) {
    const more = [judgement(row).trim(), row.note].filter(Boolean).join("；");
    process.stdout.write(`| ${row.what} | ${shownOf(row.value, row.unit)} | ${more.replaceAll("|", "/")} |\n`);
  }
}

function shownOf(value: number | null, unit: string): string {
  if (value === null) return "没有测";
  return `${value < 100 ? value.toFixed(value < 10 ? 2 : 1) : Math.round(value)} ${unit}`;
}

function judgement({ value, bound, least }: Measured): string {
  if (value === null || (bound === undefined && least === undefined)) return "";
  const isReached = value <= (bound ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
  const asked = bound === undefined ? `≥ ${least}` : `≤ ${Number(bound.toFixed(2))}`;
  return `  ${isReached ? "达到" : "没有达到"} ${asked}`;
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
