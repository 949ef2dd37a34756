/** One thing measured: what, how much, and what was asked for: at most `bound`, at least `least`. */
export type Measured = {
  what: string;
  value: number | null;
  unit: string;
  bound?: number;
  least?: number;
  note?: string;
  /** Of a figure that grows with the archive: its name, and with how many items it was measured. */
  figure?: string;
  size?: number;
};

/** A figure that grows with the archive, at one size of it. */
export function atSize(
  figure: string,
  size: number,
  value: number | null,
  more: Omit<Measured, "what" | "value">,
): Measured {
  return { what: `${figure}，${size} 篇稿件`, value, ...more, figure, size };
}

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

/** All figures that were measured at several sizes, side by side: one table for the growth of everything. */
export function printGrowth(rows: Measured[], form: Form): void {
  const grown = rows.filter(({ size }) => size !== undefined);
  const sizes = [...new Set(grown.map(({ size = 0 }) => size))].sort((a, b) => a - b);
  const figures = [...Map.groupBy(grown, ({ figure = "" }) => figure)].filter(([, of]) => of.length > 1);
  if (form === "json" || !figures.length) return;
  const cells = figures.map(([figure, of]) => {
    const at = sizes.map((size) => of.find((row) => row.size === size));
    return [figure, ...at.map((row) => (row ? shownOf(row.value, row.unit) : ""))];
  });
  const head = ["growth", ...sizes.map((size) => `${size} 篇`)];
  if (form === "markdown") {
    const lines = [head, head.map((_, at) => (at ? "---:" : "---")), ...cells].map((line) => `| ${line.join(" | ")} |`);
    process.stdout.write(`\n${lines.join("\n")}\n`);
    return;
  }
  const width = Math.max(...cells.map(([figure = ""]) => widthOf(figure)));
  for (const [figure = "", ...values] of [head, ...cells])
    process.stdout.write(
      `  ${figure}${" ".repeat(Math.max(0, width - widthOf(figure)))}${values.map((value) => " ".repeat(Math.max(1, 16 - widthOf(value))) + value).join("")}\n`,
    );
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
