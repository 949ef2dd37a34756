import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBlocks } from "../testing/texts";
import { isEmpty } from "./plain";
import { blocksSchema } from "./schema";
import { fromTiptap, toTiptap } from "./tiptap";

describe("a text that goes into the editor", () => {
  it("comes out the same text", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(fromTiptap(toTiptap(blocks))).toEqual(blocks);
      }),
    );
  });

  it("passes through JSON on its way, as a save does, and is still the same", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(fromTiptap(JSON.parse(JSON.stringify(toTiptap(blocks))))).toEqual(blocks);
      }),
    );
  });

  it("has an empty paragraph to write in where there is nothing yet, and is still empty", () => {
    const blocks = fromTiptap(toTiptap([]));
    expect(blocks).toEqual([{ type: "paragraph", runs: [] }]);
    expect(isEmpty(blocks)).toBe(true);
  });
});

describe("a document that somebody pasted", () => {
  const text = (words: string, ...marks: string[]) => ({
    type: "text",
    text: words,
    marks: marks.map((type) => ({ type })),
  });

  it("keeps its words where the model has no such block or face", () => {
    const blocks = fromTiptap({
      type: "doc",
      content: [
        { type: "blockquote", content: [{ type: "paragraph", content: [text("引文", "strike", "bold")] }] },
        { type: "heading", attrs: { level: 5 }, content: [text("标题")] },
      ],
    });
    expect(blocks).toEqual([
      { type: "paragraph", runs: [{ text: "引文", bold: true }] },
      { type: "heading", level: 3, runs: [{ text: "标题" }] },
    ]);
  });

  it("has the paragraphs of a cell as lines of one", () => {
    const paragraph = (words: string) => ({ type: "paragraph", content: [text(words)] });
    const cell = { type: "tableCell", content: [paragraph("上"), paragraph("下")] };
    const [table] = fromTiptap({
      type: "doc",
      content: [{ type: "table", content: [{ type: "tableRow", content: [cell] }] }],
    });
    expect(table).toEqual({ type: "table", rows: [[{ runs: [{ text: "上\n下" }] }]] });
  });

  it("is refused by the schema where it brings a photograph that is none of ours", () => {
    const blocks = fromTiptap({
      type: "doc",
      content: [{ type: "figure", attrs: { image: "data:image/png;base64,AA" } }],
    });
    expect(blocksSchema.safeParse(blocks).success).toBe(false);
  });
});
