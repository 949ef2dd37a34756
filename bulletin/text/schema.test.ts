import { describe, expect, it } from "vitest";
import { paragraphs } from "../testing/items";
import { limits } from "./model";
import { blocksSchema, headlineSchema } from "./schema";

const image = "01987c5e-0000-4000-8000-000000000000";

function keys(blocks: unknown): string[] {
  const { error } = blocksSchema.safeParse(blocks);
  return (error?.issues ?? []).map((issue) => (issue.code === "custom" ? String(issue.params?.key) : "malformed"));
}

describe("a text", () => {
  it("may hold every kind of block", () => {
    const blocks = [
      ...paragraphs("一段", ""),
      { type: "heading", level: 2, runs: [{ text: "二", bold: true }] },
      { type: "list", ordered: true, items: [[{ text: "三" }]] },
      { type: "figure", image, caption: "图", credit: "" },
      { type: "table", rows: [[{ runs: [{ text: "四" }], header: true, colspan: 2 }]] },
    ];
    expect(blocksSchema.parse(blocks)).toEqual(blocks);
  });

  it.each([
    ["a block of no known kind", [{ type: "html", html: "<b>" }]],
    ["a property that nobody asked for", [{ type: "paragraph", runs: [], onclick: "x" }]],
    ["a fourth level of headings", [{ type: "heading", level: 4, runs: [] }]],
    ["a photograph by address", [{ type: "figure", image: "https://example.cn/a.jpg", caption: "", credit: "" }]],
    ["an object where a text is expected", [{ type: "paragraph", runs: [{ text: { contains: "" } }] }]],
    ["a list of nothing", [{ type: "list", ordered: false, items: [] }]],
    ["no array at all", "文"],
  ])("is malformed with %s", (_, blocks) => {
    expect(keys(blocks)).toContain("malformed");
  });

  it("is refused for what stands in any of its runs", () => {
    expect(keys(paragraphs("好", "坏\u0000"))).toEqual(["controlCharacter"]);
    expect(keys([{ type: "table", rows: [[{ runs: [{ text: "\u202e" }] }]] }])).toEqual(["directionMark"]);
    expect(keys([{ type: "figure", image, caption: "👍", credit: "" }])).toEqual(["emoji"]);
  });

  it("is refused for half a character in a run, though the other half follows in the next", () => {
    expect(keys([{ type: "paragraph", runs: [{ text: "\ud842" }, { text: "\udfb7", bold: true }] }])).toContain(
      "controlCharacter",
    );
  });

  it("is refused for a classified marking, also one of several faces", () => {
    expect(keys(paragraphs("机密★3年"))).toEqual(["classified"]);
    expect(keys([{ type: "paragraph", runs: [{ text: "机" }, { text: "密", bold: true }] }])).toEqual(["classified"]);
  });

  it("may speak of secrets, also in bold", () => {
    expect(
      keys([{ type: "paragraph", runs: [{ text: "严守国家" }, { text: "秘密", bold: true }, { text: "。" }] }]),
    ).toEqual([]);
  });

  it("is limited by paragraph, by blocks and as a whole", () => {
    expect(keys(paragraphs("字".repeat(limits.paragraph + 1)))).toEqual(["paragraphTooLong"]);
    expect(keys(paragraphs(...Array(limits.blocks + 1).fill("字")))).toEqual(["tooManyBlocks"]);
    expect(keys(paragraphs(...Array(8).fill("字".repeat(limits.paragraph))))).toEqual(["textTooLong"]);
  });
});

describe("a headline", () => {
  it("has one to three lines, and its empty ones go", () => {
    expect(headlineSchema.parse(["市政协", " ", "召开会议"])).toEqual(["市政协", "召开会议"]);
    expect(headlineSchema.safeParse(["一", "二", "三", "四"]).success).toBe(false);
  });

  it("of 10,000 characters is refused", () => {
    expect(headlineSchema.safeParse(["字".repeat(10_000)]).success).toBe(false);
  });
});
