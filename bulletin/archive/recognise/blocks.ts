import type { Cell, Run } from "../../text/model";
import { unled } from "./leads";
import { plain, runsOf } from "./marks";
import type { RecognisedBlock } from "./recognised";
import type { Unit } from "./units";

const picture = /^!\[([^\]]{0,2000})\]\((?:image:)?([^)\s]{0,200})[^)]{0,200}\)$/;

/** Puts a unit of text behind the blocks of its entry; rows and items join those before. */
export function blockInto(blocks: RecognisedBlock[], unit: Unit): void {
  const { label, text } = unit;
  const pieces = unit.pieces.map(({ id }) => id);
  const last = blocks.at(-1);
  switch (label) {
    case "figure": {
      const [, caption = "", image = ""] = picture.exec(text.trim()) ?? [];
      blocks.push({ type: "figure", image, caption: caption.trim(), credit: "", pieces });
      return;
    }
    case "caption":
      if (last?.type === "figure" && isBelow(last.caption, plain(text))) {
        last.caption = plain(text);
        append(last.pieces, pieces);
      } else blocks.push({ type: "figure", image: "", caption: plain(text), credit: "", pieces });
      return;
    case "heading1":
    case "heading2":
    case "heading3":
      blocks.push({ type: "heading", level: Number(label.at(-1)) as 1 | 2 | 3, runs: unbold(runsOf(text)), pieces });
      return;
    case "listItem":
      if (last?.type === "list") {
        last.items.push(trimmed(runsOf(unled(text))));
        append(last.pieces, pieces);
      } else blocks.push({ type: "list", ordered: false, items: [trimmed(runsOf(unled(text)))], pieces });
      return;
    case "tableRow":
      rowInto(blocks, last, text, pieces);
      return;
    default: {
      const runs = trimmed(runsOf(label === "brief" ? unled(text) : text));
      const repetition = label === "repetition" && { repetition: true as const };
      blocks.push({ type: "paragraph", runs, pieces, ...repetition });
    }
  }
}

/** One by one: a text of a million short lines is more than a call takes as arguments. */
function append<T>(all: T[], more: T[]): void {
  for (const each of more) all.push(each);
}

/** A line below a picture is its caption; what the picture was called before is said in it, or was nothing. */
function isBelow(caption: string, text: string): boolean {
  return caption === "" || text.includes(caption);
}

/** `| a | b |`; a row of dashes says that the row before it is the header. */
function rowInto(blocks: RecognisedBlock[], last: RecognisedBlock | undefined, text: string, pieces: string[]): void {
  const cells = cellsOf(text);
  const isRule = cells.every((each) => /^:?-{2,}:?$/.test(each.trim()));
  if (last?.type === "table") {
    append(last.pieces, pieces);
    if (!isRule) last.rows.push(cells.map(cellOf));
    else if (last.rows.length === 1) for (const cell of last.rows[0] ?? []) cell.header = true;
  } else if (!isRule) blocks.push({ type: "table", rows: [cells.map(cellOf)], pieces });
}

export function cellsOf(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/);
}

function cellOf(text: string): Cell {
  return { runs: trimmed(runsOf(text.trim())) };
}

/** A heading is set bold by its level: that a reader saw it bold says nothing more. */
function unbold(runs: Run[]): Run[] {
  return trimmed([{ text: runs.map(({ text }) => text).join("") }]);
}

function trimmed(runs: Run[]): Run[] {
  const all = runs.map((each) => ({ ...each }));
  const [first, last] = [all[0], all.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return all.filter(({ text }) => text);
}
