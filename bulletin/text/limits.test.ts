import { describe, expect, test } from "vitest";
import { blocksSchema } from "./schema";

const paragraph = (text: string) => ({ type: "paragraph", runs: [{ text }] });
const image = "0190a1b2-c3d4-7e5f-8a9b-000000000001";
const figure = { type: "figure", image, caption: "", credit: "" };
const list = (items: number) => ({ type: "list", ordered: false, items: Array.from({ length: items }, () => []) });
const keysOf = (blocks: object[]) => {
  const { error } = blocksSchema.safeParse(blocks);
  return [...new Set(error?.issues.map((issue) => (issue.code === "custom" ? issue.params?.key : issue.code)))];
};

describe("a text that would keep the press busy for all", () => {
  test.each([
    ["line breaks", [paragraph(`x${"\n".repeat(7_900)}秘密x`)], "tooManyBreaks"],
    ["a paragraph of line breaks", [paragraph(`x${"\n".repeat(50_000)}秘密x`)], "paragraphTooLong"],
    ["empty items", [list(200), list(200), list(200), list(1)], "tooManyParts"],
    ["pictures", Array.from({ length: 61 }, () => figure), "tooManyFigures"],
  ])("is refused for its %s", (_, blocks, key) => {
    expect(keysOf(blocks)).toEqual([key]);
  });

  test("is not one of sixty lines, six hundred items, sixty pictures", () => {
    expect(
      keysOf([paragraph("一行\n".repeat(59)), list(200), list(200), list(200), ...Array(60).fill(figure)]),
    ).toEqual([]);
  });

  test("a picture is found under its id, however that is written", () => {
    const [read] = blocksSchema.parse([{ ...figure, image: image.toUpperCase() }]);
    expect(read).toMatchObject({ image });
  });
});
