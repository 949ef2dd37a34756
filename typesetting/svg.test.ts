import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type Pages, typeset } from "./press";
import { standIn, withLinks } from "./standIn";
import { drawingsOf, standalone } from "./svg";
import { weeklyOf } from "./testing/issues";
import { press } from "./testing/press";

const id = (at: number) => `0190a1b2-c3d4-7e5f-8a9b-00000000000${at}`;
const issue = () => {
  const given = weeklyOf(
    8,
    [1, 2, 3].map((at) => standIn(id(at), { width: 1500, height: 1000 + at })),
    2,
  );
  return given;
};
const pages: Pages = typeset(press(), issue());
const drawings = drawingsOf(pages.svg());

describe("drawings", () => {
  test("are as many as the pages, each of A4, each with all the glyphs that it refers to", () => {
    expect(drawings.pages.length).toBe(pages.count);
    for (const { width, height, body, glyphs } of drawings.pages) {
      expect([width, height]).toEqual([expect.closeTo(595.28, 1), expect.closeTo(841.89, 1)]);
      expect(glyphs.length).toBeGreaterThan(5);
      for (const each of glyphs) expect(drawings.glyphs.has(each)).toBe(true);
      expect(body).toMatch(/<use/);
    }
  });

  test("alone, a page is a picture with ink on it", async () => {
    const [first] = drawings.pages;
    if (!first) throw new Error("no page");
    const { data, info } = await sharp(Buffer.from(standalone(drawings, first)), { density: 40 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width / info.height).toBeCloseTo(210 / 297, 1);
    const ink = data.filter((value) => value < 128).length / data.length;
    expect(ink).toBeGreaterThan(0.01);
    expect(ink).toBeLessThan(0.3);
  });

  test("have links where photographs stood, one for each, in a body that is still whole", () => {
    const linked = drawings.pages.map(({ body }) => withLinks(body, (image) => `/photographs/${image}`)).join("");
    expect([...linked.matchAll(/\/photographs\/([^"]+)/g)].map(([, image]) => image).sort()).toEqual([1, 2, 3].map(id));
    expect(linked).not.toContain("base64");
    expect(linked.match(/<g[ >]/g)?.length).toBe(linked.match(/<\/g>/g)?.length);
  });
});

describe("a stand-in", () => {
  test.each([
    [3000, 2000],
    [1, 1],
    [20_000, 10],
  ])("of %i × %i is a picture of that shape that weighs next to nothing", async (width, height) => {
    const made = standIn(id(1), { width, height });
    expect([made.width, made.height]).toEqual([width, height]);
    expect(made.bytes.length).toBeLessThan(600);
    const { format, width: w = 0, height: h = 0 } = await sharp(made.bytes).metadata();
    expect(format).toBe("png");
    expect(Math.max(w, h)).toBeLessThanOrEqual(400);
    expect(Math.abs(w / h - Math.min(width / height, 400))).toBeLessThan(0.02);
  });

  test("what is no stand-in keeps its pixels", () => {
    const body = '<image href="data:image/png;base64,iVBORw0KGgo="/>';
    expect(withLinks(body, () => "never")).toBe(body);
  });
});
