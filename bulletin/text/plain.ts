import { type Block, type Text, textOf } from "./model";

/** One string a paragraph, list item, table row or caption: for filters, counts and differences. */
export function paragraphsOf(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "figure":
        return block.caption ? [block.caption] : [];
      case "list":
        return block.items.map(textOf);
      case "table":
        return block.rows.map((row) => row.map((cell) => textOf(cell.runs)).join("　"));
      default:
        return [textOf(block.runs)];
    }
  });
}

export function plainOf({ headline, blocks }: Text): string {
  return [...headline, ...paragraphsOf(blocks)].join("\n");
}

/** Characters as an editor counts them: without white space, captions left out. */
export function countOf(blocks: Block[]): number {
  const body = blocks.filter(({ type }) => type !== "figure");
  return [...paragraphsOf(body).join("").replace(/\s/g, "")].length;
}

/** What stands for a text in a list: its headline in one line, or the beginning of a brief. */
export function titleOf({ headline, blocks }: Text, max = 40): string {
  if (headline.length) return headline.join("");
  const first = [...(paragraphsOf(blocks).find((text) => text.trim()) ?? "").trim()];
  return first.length > max ? `${first.slice(0, max).join("")}…` : first.join("");
}

/** Whether there is anything to read. */
export function isEmpty(blocks: Block[]): boolean {
  return countOf(blocks) === 0 && !blocks.some(({ type }) => type === "figure");
}
