import { type Block, type Cell, joined, type Run } from "./model";

/** A node of the editor's document, as Tiptap's `getJSON` gives it. */
export type Node = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Node[];
  marks?: { type: string }[];
  text?: string;
};

const isTrue = true as const;

/** Blocks as a document of the editor. */
export function toTiptap(blocks: Block[]): Node {
  return { type: "doc", content: blocks.length ? blocks.map(toNode) : [{ type: "paragraph" }] };
}

/** The editor's document as blocks: a text that goes in and comes out is the same text. */
export function fromTiptap(doc: Node): Block[] {
  return (doc.content ?? []).flatMap(fromNode);
}

function toNode(block: Block): Node {
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", content: toInline(block.runs) };
    case "heading":
      return { type: "heading", attrs: { level: block.level }, content: toInline(block.runs) };
    case "figure":
      return { type: "figure", attrs: { image: block.image, caption: block.caption, credit: block.credit } };
    case "list":
      return {
        type: block.ordered ? "orderedList" : "bulletList",
        content: block.items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
      };
    case "table":
      return { type: "table", content: block.rows.map((row) => ({ type: "tableRow", content: row.map(toCell) })) };
  }
}

function toCell({ runs, header, colspan, rowspan }: Cell): Node {
  return {
    type: header ? "tableHeader" : "tableCell",
    attrs: { colspan: colspan ?? 1, rowspan: rowspan ?? 1 },
    content: [paragraph(runs)],
  };
}

function paragraph(runs: Run[]): Node {
  return { type: "paragraph", content: toInline(runs) };
}

function toInline(runs: Run[]): Node[] {
  return joined(runs).flatMap(({ text, ...faces }) => {
    const marks = Object.keys(faces).map((type) => ({ type }));
    return text
      .split("\n")
      .flatMap((part, index) => [
        ...(index ? [{ type: "hardBreak", ...(marks.length && { marks }) }] : []),
        ...(part ? [{ type: "text", text: part, ...(marks.length && { marks }) }] : []),
      ]);
  });
}

function fromNode(node: Node): Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", runs: fromInline(node) }];
    case "heading":
      return [
        { type: "heading", level: Math.min(3, Number(node.attrs?.level ?? 1)) as 1 | 2 | 3, runs: fromInline(node) },
      ];
    case "figure":
      return [
        {
          type: "figure",
          image: String(node.attrs?.image ?? ""),
          caption: String(node.attrs?.caption ?? ""),
          credit: String(node.attrs?.credit ?? ""),
        },
      ];
    case "bulletList":
    case "orderedList":
      return [{ type: "list", ordered: node.type === "orderedList", items: (node.content ?? []).map(fromInline) }];
    case "table":
      return [{ type: "table", rows: (node.content ?? []).map((row) => (row.content ?? []).map(fromCell)) }];
    default:
      return (node.content ?? []).flatMap(fromNode);
  }
}

function fromCell(node: Node): Cell {
  const colspan = Number(node.attrs?.colspan ?? 1);
  const rowspan = Number(node.attrs?.rowspan ?? 1);
  return {
    runs: fromInline(node),
    ...(node.type === "tableHeader" && { header: isTrue }),
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
  };
}

/** All text within a node; several paragraphs in a cell or list item are lines of one. */
function fromInline(node: Node): Run[] {
  const collected: Run[] = [];
  (node.content ?? []).forEach((child, index) => {
    if (child.type === "text" || child.type === "hardBreak") {
      collected.push(fromText(child));
      return;
    }
    if (index) collected.push({ text: "\n" });
    collected.push(...fromInline(child));
  });
  return joined(collected);
}

function fromText(node: Node): Run {
  const has = (type: string) => node.marks?.some((mark) => mark.type === type);
  return {
    text: node.type === "hardBreak" ? "\n" : (node.text ?? ""),
    ...(has("bold") && { bold: isTrue }),
    ...(has("italic") && { italic: isTrue }),
    ...(has("underline") && { underline: isTrue }),
  };
}
