import { type Block, type Cell, type Run, textOf } from "../model";

/**
 * Blocks as lines with the few marks of Markdown that recognition reads (docs/recognition.md): headings,
 * bold, tables, pictures. One block a line, a blank line between two.
 */
export function markedText(blocks: Block[]): string {
  return blocks.map(markedBlock).join("\n\n");
}

function markedBlock(block: Block): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${oneLine(textOf(block.runs))}`;
    case "figure":
      return `![${block.caption.replace(/[[\]]/g, "")}](image:${block.image})`;
    case "list":
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}. ` : "● "}${markedRuns(item)}`).join("\n");
    case "table":
      if (isLayout(block.rows)) return block.rows.flat().flatMap(linesOf).join("\n\n");
      return block.rows.map((row) => `| ${row.map(({ runs }) => cellText(runs)).join(" | ")} |`).join("\n");
    default:
      return markedRuns(block.runs);
  }
}

/** Bold alone is marked: it tells a lead-in or a section. A line that was broken by hand is broken here too. */
function markedRuns(runs: Run[]): string {
  return runs.map(({ text, bold }) => (bold && text.trim() && !text.includes("\n") ? `**${text}**` : text)).join("");
}

/** A table that only says where lines stand, as mastheads and feet are often set: one column, one row, or 编辑：… in every cell. */
function isLayout(rows: Cell[][]): boolean {
  const cells = rows.flat().filter(({ runs }) => textOf(runs).trim());
  const isLabelled = ({ runs }: Cell) => /^\s*[\u4e00-\u9fff\s]{1,8}[:：]|印发|共印/.test(textOf(runs));
  return rows.length === 1 || rows.every((row) => row.length === 1) || cells.every(isLabelled);
}

function linesOf({ runs }: Cell): string[] {
  return markedRuns(runs)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function cellText(runs: Run[]): string {
  return oneLine(textOf(runs)).replaceAll("|", "｜");
}

function oneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}
