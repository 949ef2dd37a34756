import { describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { manySchema } from "../archive/import/archiveMany";
import { draftSchema } from "../intake/draft";
import { rolesSchema } from "../people/roles";
import { forwardSchema } from "../post/forwarding";
import { pagesSchema } from "../press/pages";
import { limits } from "./model";
import { blocksSchema, headlineSchema } from "./schema";

const paragraph = (text: string) => ({ type: "paragraph", runs: [{ text }] });
const image = "0190a1b2-c3d4-7e5f-8a9b-000000000001";
const figure = { type: "figure", image, caption: "", credit: "" };
const list = (items: number) => ({ type: "list", ordered: false, items: Array.from({ length: items }, () => []) });
const keysOf = (blocks: object[]) => {
  const { error } = blocksSchema.safeParse(blocks);
  return [...new Set(error?.issues.map((issue) => (issue.code === "custom" ? issue.params?.key : issue.code)))];
};

/** A list of so many, and how often one of them was looked at. */
function watched(length: number, each: unknown): { list: unknown[]; looked: () => number } {
  let times = 0;
  const list = new Proxy(Array(length).fill(each), {
    get(all, name) {
      if (/^\d+$/.test(String(name))) times++;
      return Reflect.get(all, name);
    },
  });
  return { list, looked: () => times };
}

describe("a list that is too long is refused before anything of it is looked at:", () => {
  test.each<[string, ZodType, number, (list: unknown[]) => unknown]>([
    ["paragraphs", blocksSchema, limits.blocks, (list) => list],
    ["lines of a headline", headlineSchema, 12, (list) => list],
    ["pages that a browser has", pagesSchema, 600, (known) => ({ known })],
    ["entries to be drawn", pagesSchema, 300, (only) => ({ only })],
    ["officials of an item", draftSchema.pick({ officialIds: true }), 40, (officialIds) => ({ officialIds })],
    ["imports to be kept", manySchema, 500, (ids) => ({ ids })],
    ["roles", rolesSchema.pick({ roles: true }), 9, (roles) => ({ roles })],
    ["offices that it is forwarded to", forwardSchema.pick({ officeIds: true }), 200, (officeIds) => ({ officeIds })],
  ])("%s", (_, schema, max, around) => {
    const [long, fitting] = [watched(max + 1, 0), watched(max, 0)];
    expect(schema.safeParse(around(long.list)).success).toBe(false);
    expect(long.looked()).toBe(0);
    expect(schema.safeParse(around(fitting.list)).success).toBe(false);
    expect(fitting.looked()).toBeGreaterThan(0);
  });
});

describe("a text that would keep the press busy for all", () => {
  test.each([
    ["paragraphs", Array.from({ length: 401 }, () => paragraph("x")), "tooManyBlocks"],
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
