import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import type { Written } from "./instructions/data";
import { handOf } from "./instructions/ink";
import { article, newspaperOf } from "./newspaper/testing";
import { fileCopyOf, tracedCopyOf } from "./overlay";
import { firstPages } from "./pageOf";
import { typeset } from "./press";
import { paragraph, weeklyOf } from "./testing/issues";
import { press } from "./testing/press";
import { type Box, type Line, readPdf, withoutSpace, writtenOn } from "./testing/readPdf";

const weekly = typeset(press(), weeklyOf(9, [], 3));
const signed = weekly.archive();
const newspaper = (paper: "A3" | "A2") =>
  typeset(
    press(),
    newspaperOf({ sections: [{ title: "要闻", entries: [article("a", ["清渠"], [paragraph("开工。")])] }] }, { paper }),
  ).archive();
// Filled outlines, as the pad of the product draws them (bulletin/post/strokes.ts).
const hand = (...paths: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400" fill="#22304A">${paths.map((d) => `<path d="${d}"/>`).join("")}</svg>`;
const pen = hand(
  "M40 40Q44.5 38 49 40 44 90 39 150 30 152 30 150Z",
  "M50 42Q90 36 130 34 128 40 50 48Z",
  "M62 66Q80 60 106 62 90 70 62 70Z",
);
const long = `${"请水利局会同财政局，对各县区末级渠系逐条排查，列出清单。".repeat(12)}完。`;
const written = (given: Partial<Written>): Written => ({
  ...{ page: 1, svg: null, words: "", by: "沈望川", date: "11月21日", about: "全期" },
  ...given,
});
const copyOf = (all: Written[], bytes = signed) => fileCopyOf(press(), bytes, all, "工作周报　2026年第19期");

/** The lines of a copy that the signed page does not have; each page's own must still be there, in their places. */
async function added(copy: Uint8Array, original = signed): Promise<Line[][]> {
  const [before, after] = [await readPdf(original), await readPdf(copy)];
  return after.map(({ lines }, at) => {
    const own = before[at]?.lines ?? [];
    expect(lines.slice(0, own.length)).toEqual(own);
    return lines.slice(own.length);
  });
}

/** On each page the boxes of what is filled with ink, in millimetres from the top left; and how many pictures there are. */
async function strokesOn(bytes: Uint8Array): Promise<{ strokes: Box[]; pictures: number }[]> {
  return (await readPdf(bytes)).map(({ filled, pictures }) => ({
    strokes: filled.filter(({ colour }) => colour === "#22304a"),
    pictures: pictures.length,
  }));
}

const boxOf = ({ y, left, right, glyphs }: Line): Box => {
  const size = (Math.max(...glyphs.map((glyph) => glyph.size)) * 25.4) / 72;
  return { left, right, top: y - 0.88 * size, bottom: y + 0.12 * size };
};

function isInMargin(box: Box): void {
  expect(box.top).toBeGreaterThan(6.5);
  expect(box.bottom).toBeLessThan(34);
  expect(box.left).toBeGreaterThan(27.9);
  expect(box.right).toBeLessThan(184.1);
}

function areApart(boxes: Box[]): void {
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      const aside = one.right <= other.left + 0.01 || other.right <= one.left + 0.01;
      expect(aside || one.bottom <= other.top + 0.01 || other.bottom <= one.top + 0.01).toBe(true);
    }
}

describe("the file copy", () => {
  test("leaves the signed page as it is, and its content to the byte", async () => {
    const copy = await copyOf([written({ page: 2, words: "请抓落实。" })]);
    await added(copy);
    const streamsOf = async (bytes: Uint8Array) => {
      const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
      const streams = context.enumerateIndirectObjects().map(([, object]) => object);
      return streams.flatMap((each) =>
        each instanceof PDFRawStream ? Buffer.from(each.contents).toString("hex") : [],
      );
    };
    const kept = new Set(await streamsOf(copy));
    for (const stream of await streamsOf(signed)) expect(kept.has(stream)).toBe(true);
    expect(await copyOf([])).toBe(signed);
  });

  test("shows words in the head margin of their page alone, with name and date", async () => {
    const pages = await added(await copyOf([written({ page: 2, words: "经验很好，请办公室转发。" })]));
    expect(pages).toHaveLength(weekly.count);
    expect(pages.map((lines) => lines.map(({ text }) => withoutSpace(text)))).toEqual(
      pages.map((_, at) => (at === 1 ? ["经验很好，请办公室转发。", "沈望川11月21日"] : [])),
    );
    for (const line of pages.flat()) isInMargin(boxOf(line));
  });

  test("draws strokes as vectors, in the head margin of exactly their page", async () => {
    const pages = await strokesOn(await copyOf([written({ page: 3, svg: pen })]));
    expect(pages.map(({ strokes }) => strokes.length)).toEqual(pages.map((_, at) => (at === 2 ? 3 : 0)));
    for (const { pictures } of pages) expect(pictures).toBe(0);
    for (const box of pages[2]?.strokes ?? []) isInMargin(box);
    // A character as high as it was written, not as small as its pad.
    const [tops, bottoms] = [pages[2]?.strokes.map(({ top }) => top), pages[2]?.strokes.map(({ bottom }) => bottom)];
    expect(Math.max(...(bottoms ?? [])) - Math.min(...(tops ?? []))).toBeGreaterThan(13);
  });

  test("lists in full behind the pages what is too long, and says so in the margin", async () => {
    const pages = await added(await copyOf([written({ page: 2, words: long, by: "齐若水", about: "农田水利" })]));
    expect(pages).toHaveLength(weekly.count + 1);
    expect(pages[1]?.map(({ text }) => withoutSpace(text))).toEqual(["批示1条，见批示单"]);
    const sheet = withoutSpace(
      pages
        .at(-1)
        ?.map(({ text }) => text)
        .join("") ?? "",
    );
    expect(sheet).toBe(`批示单工作周报2026年第19期农田水利（第2页）${long}齐若水11月21日批示单第1页`);
  });

  test("runs on where the list is longer than a page", async () => {
    const copy = await copyOf([written({ words: long.repeat(6) }), written({ page: 99, words: "无处可放。" })]);
    const pages = (await readPdf(copy)).slice(weekly.count);
    expect(pages.length).toBeGreaterThan(2);
    expect(writtenOn(pages).replace(/批示单第\d页/g, "")).toContain(long.repeat(6));
    expect(writtenOn(pages)).toContain("无处可放。");
    for (const line of pages.flatMap(({ lines }) => lines)) {
      const { left, right, top } = boxOf(line);
      // Closing marks may hang over the edge.
      expect(left > 27.9 && right < 187 && top > 36.9).toBe(true);
    }
  });

  test.each([2, 3, 4, 5])("keeps %i on one page apart, and the rest is listed", async (count) => {
    const texts = ["请抓落实。", "阅，有关情况月底前报。", "请怀谷同志阅示。", "好。", "同意。"];
    const all = texts.slice(0, count).map((words, at) => written({ page: 2, words, svg: at % 2 ? null : pen }));
    const copy = await copyOf(all);
    const pages = await added(copy);
    const { strokes } = (await strokesOn(copy))[1] ?? { strokes: [] };
    // The strokes of one hand may cross each other.
    const hands = Array.from({ length: strokes.length / 3 }, (_, at) => around(strokes.slice(3 * at, 3 * at + 3)));
    const boxes = [...(pages[1] ?? []).map(boxOf), ...hands];
    boxes.forEach(isInMargin);
    areApart(boxes);
    const here = withoutSpace((pages[1] ?? []).map(({ text }) => text).join(""));
    const listed = withoutSpace(
      pages
        .slice(weekly.count)
        .flatMap((lines) => lines.map(({ text }) => text))
        .join(""),
    );
    for (const [at, { words }] of all.entries()) expect((at < 3 ? here : listed).includes(words)).toBe(true);
    expect(here.includes(`另有批示${count - 3}条`)).toBe(count > 3);
    expect(listed === "").toBe(count <= 3);
    for (const { glyphs } of pages[1] ?? []) for (const { size } of glyphs) expect(size).toBeGreaterThanOrEqual(9);
  });

  test("prints what looks like markup as it was typed", async () => {
    const words = "#set $x$ @y *a* `b` \\ // #eval(1)";
    const [first] = await added(await copyOf([written({ words, by: "#by", about: "$a$" })]));
    expect(withoutSpace(first?.map(({ text }) => text).join("") ?? "")).toContain(withoutSpace(`${words}#by`));
  });

  test.each(["A3", "A2"] as const)("of a newspaper on %s lists all, for it has no head margin", async (paper) => {
    const bytes = newspaper(paper);
    const pages = await added(await copyOf([written({ words: "好。", svg: pen })], bytes), bytes);
    expect(pages[0]?.map(({ text }) => withoutSpace(text))).toEqual(["批示1条，见批示单"]);
    expect(Math.max(...(pages[0] ?? []).map((line) => boxOf(line).bottom))).toBeLessThan(11.3);
    expect(
      withoutSpace(
        pages
          .at(-1)
          ?.map(({ text }) => text)
          .join("") ?? "",
      ),
    ).toContain("全期（第1版）好。");
  });

  test("is the same twice, and PDF/A unless a character has no face", async () => {
    const all = [written({ words: "好。", svg: pen }), written({ words: long })];
    const [one, other] = [await copyOf(all), await copyOf(all)];
    expect(Buffer.compare(one, other)).toBe(0);
    const claims = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).catalog.has(PDFName.of("Metadata"));
    expect(await claims(one)).toBe(true);
    expect(await claims(await copyOf([written({ words: "\u{10ffff}" })]))).toBe(false);
  });
});

describe("a traced copy", () => {
  test.each([
    ["a weekly", () => signed, 262],
    ["a newspaper on A3", () => newspaper("A3"), 401],
    ["a newspaper on A2", () => newspaper("A2"), 574],
  ] as const)("of %s bears its number at the foot of every page, apart from all else", async (_, bytesOf, bottom) => {
    const bytes = bytesOf();
    const copy = await tracedCopyOf(bytes, "K7Q2-9MFD");
    const height = ((await PDFDocument.load(copy)).getPage(0).getHeight() * 25.4) / 72;
    const [own, pages] = [await readPdf(bytes), await added(copy, bytes)];
    expect(pages).toHaveLength(own.length);
    for (const [at, lines] of pages.entries()) {
      expect(lines.map(({ text }) => text)).toEqual(["K7Q2-9MFD"]);
      const [box] = lines.map(boxOf) as [Box];
      expect(lines[0]?.glyphs[0]?.size).toBe(6);
      expect(box.top).toBeGreaterThan(
        Math.max(bottom, ...(own[at]?.lines ?? []).map((line) => boxOf(line).bottom)) + 0.8,
      );
      expect(lines[0]?.y).toBeLessThan(height - 8);
    }
  });

  test("bears it in its keywords, and no longer says that it is PDF/A", async () => {
    const copy = await PDFDocument.load(await tracedCopyOf(signed, "K7Q2-9MFD"), { updateMetadata: false });
    expect(copy.getKeywords()).toBe("K7Q2-9MFD");
    expect(copy.getTitle()).toBe("工作周报 第19期");
    expect(copy.catalog.has(PDFName.of("Metadata"))).toBe(false);
  });

  test("can be made of a file copy", async () => {
    const pages = await readPdf(await tracedCopyOf(await copyOf([written({ words: long })]), "K7Q2-9MFD"));
    for (const { lines } of pages) expect(lines.at(-1)?.text).toBe("K7Q2-9MFD");
  });
});

describe("strokes", () => {
  test("are cut to their ink where that can be read, and keep their pad where not", () => {
    expect(handOf(hand("M100 200 L150,260"))).toMatchObject({ width: 74, height: 84 });
    expect(handOf(hand("M100 200 l50 60"))).toMatchObject({ width: 1000, height: 400 });
    expect(handOf(hand())).toBeNull();
    expect(handOf("not a drawing")).toBeNull();
    expect(handOf(null)).toBeNull();
  });
});

test("an entry begins on the first of its pages", () => {
  const pages = firstPages([
    { entry: "a", page: 1 },
    { entry: "b", page: 3 },
    { entry: "b", page: 2 },
  ]);
  expect([...pages]).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(firstPages(weekly.areas).size).toBe(9);
});

function around(boxes: Box[]): Box {
  return {
    ...{ left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)) },
    ...{ top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) },
  };
}
