import { type Block, type Run, textOf } from "../model";

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
      return block.rows.map((row) => `| ${row.map(({ runs }) => cellText(runs)).join(" | ")} |`).join("\n");
    default:
      return markedRuns(block.runs);
  }
}

/** Bold alone is marked: it tells a lead-in or a section. A line that was broken by hand is broken here too. */
function markedRuns(runs: Run[]): string {
  return runs.map(({ text, bold }) => (bold && text.trim() && !text.includes("\n") ? `**${text}**` : text)).join("");
}

function cellText(runs: Run[]): string {
  return oneLine(textOf(runs)).replaceAll("|", "｜");
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
