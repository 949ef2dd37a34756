import type { Block, PressEntry, PressIssue, Run } from "../document";
import { brokenBySense } from "../headline/broken";
import { type Photographs, photographsAt } from "./figures";
import { type PlacedTable, placedTable } from "./tables";
import { printableLine, printableRuns } from "./text";

export type SetBlock =
  | { type: "paragraph" | "heading"; at: number; level?: number; runs: (Run & { sign?: true })[] }
  | { type: "list"; at: number; ordered: boolean; items: { runs: Run[] }[] }
  | Photographs
  | PlacedTable;

export type SetEntry = {
  id: string;
  headline: string[];
  /** The headline has letters whose width only the engine knows. */
  wide: boolean;
  title: string;
  blocks: SetBlock[];
  /** Takes its place and is not drawn. */
  hidden: boolean;
};

/** An entry as the templates take it: lines broken, photographs paired, marks put in. */
export function setEntry(entry: PressEntry, issue: PressIssue): SetEntry {
  const headline = entry.headline.map(printableLine).filter(Boolean);
  const blocks = setBlocks(entry.blocks, issue);
  if (entry.kind === "brief") putMark(blocks, issue.settings.briefMark);
  const lines = brokenBySense(headline);
  const wide = !lines.every((line) => /^[\p{Script=Han}\d，、。：；？！“”《》（）·—…％%\s]*$/u.test(line));
  return { id: entry.id, headline: lines, wide, title: asOne(headline), blocks, hidden: false };
}

/** For the contents: in one line, without the marks of where it breaks. */
function asOne(headline: string[]): string {
  const lines = headline.flatMap((line) => line.split("|"));
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("　");
}

function setBlocks(blocks: Block[], issue: PressIssue): SetBlock[] {
  const set: SetBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    const photographs = photographsAt(blocks, at, issue.images);
    if (photographs) {
      set.push(photographs);
      at += photographs.span - 1;
    } else if (block.type === "table") {
      if (block.rows.some((row) => row.length)) set.push(placedTable(block, at));
    } else if (block.type === "list")
      set.push({
        type: "list",
        at,
        ordered: block.ordered,
        items: block.items.map((runs) => ({ runs: printableRuns(runs) })),
      });
    else if (block.type !== "figure") set.push(...written(block, at));
  }
  return set;
}

/** An empty paragraph is no blank line on the page: lines between paragraphs are the press's business. */
function written(block: Extract<Block, { type: "paragraph" | "heading" }>, at: number): SetBlock[] {
  const runs = printableRuns(block.runs);
  if (!runs.some(({ text }) => text.trim())) return [];
  return [{ type: block.type, at, runs, ...(block.type === "heading" && { level: block.level }) }];
}

/** ◆ before a brief, unless it begins with its date or brings a mark of its own. */
function putMark(blocks: SetBlock[], mark: string): void {
  const first = blocks.find(({ type }) => type === "paragraph");
  if (first?.type !== "paragraph") return;
  const text = first.runs.map((run) => run.text).join("");
  if (!mark || /^\s*(\d{1,4}\s*[年月]|[◆◇●·※①-⑩])/u.test(text)) return;
  first.runs = [{ text: mark, sign: true }, ...first.runs];
}
