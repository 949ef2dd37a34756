import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { PressImage } from "./document";
import { printableImages } from "./images";
import { typeset } from "./press";
import { standIn } from "./standIn";
import { plainHan, tableOf } from "./testing/everything";
import { figure, paragraph } from "./testing/issues";
import { isWhole, withStory } from "./testing/isWhole";
import { press } from "./testing/press";
import { readPdf, withoutSpace } from "./testing/readPdf";

const pixels = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#7a5" } });

describe("photographs", () => {
  test("broken, CMYK, of one pixel, of 20,000: each is printed or says that it cannot be read", async () => {
    const whole = await pixels(1200, 800).jpeg().toBuffer();
    const given: Record<string, Uint8Array> = {
      broken: whole.subarray(0, whole.length / 2),
      nonsense: Buffer.from("This is a letter, and no picture."),
      empty: Buffer.alloc(0),
      cmyk: await pixels(1200, 800).toColourspace("cmyk").jpeg().toBuffer(),
      tiff: await pixels(1200, 800).tiff().toBuffer(),
      one: await pixels(1, 1).png().toBuffer(),
      wide: await pixels(20_000, 300).png().toBuffer(),
      whole,
    };
    const images = Object.fromEntries(
      Object.entries(given).map(([id, bytes]): [string, PressImage] => [id, { bytes, width: 1200, height: 800 }]),
    );
    const ready = await printableImages(images);
    expect(Object.keys(ready).sort()).toEqual(["cmyk", "one", "tiff", "whole", "wide"]);
    expect(Math.max(...Object.values(ready).map(({ width }) => width))).toBeLessThanOrEqual(3000);
    const blocks = Object.keys(given).flatMap((id) => [figure(id, `照片${id}。`), paragraph("会议召开。")]);
    const { read } = await isWhole({ ...withStory(...blocks), images: ready });
    expect(read.flatMap(({ pictures }) => pictures).length).toBe(5);
  });

  test("forty of them keep to the type area and take no page more than they need", async () => {
    const images = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`p${at}`, standIn(`p${at}`, { width: 900 + 20 * at, height: 1000 })]),
    );
    const blocks = Object.keys(images).flatMap((id) => [paragraph(plainHan(60)), figure(id, `照片${id}。`)]);
    const { read } = await isWhole({ ...withStory(...blocks), images });
    const pictures = read.flatMap((page) => page.pictures);
    expect(pictures.length).toBe(40);
    for (const { left, top, right, bottom } of pictures) {
      expect([left > 27.9, top > 36.9, right < 184.1, bottom < 262.1]).toEqual([true, true, true, true]);
    }
    expect(read.length).toBeLessThanOrEqual(24);
  });

  test.each([
    ["alone", 1],
    ["side by side", 2],
  ])("a caption of a hundred characters, %s, covers nothing", async (_, count) => {
    const ids = ["a", "b"].slice(0, count);
    const images = Object.fromEntries(ids.map((id) => [id, standIn(id, { width: 1500, height: 1000 })]));
    const blocks = [...ids.map((id) => figure(id, plainHan(100))), paragraph("会议召开。")];
    const { read } = await isWhole({ ...withStory(...blocks), images });
    for (const { lines } of read) {
      const ys = lines.map(({ y }) => y).sort((a, b) => a - b);
      for (const [at, y] of ys.entries()) {
        const gap = y - (ys[at - 1] ?? 0);
        expect(gap < 0.1 || gap > 5, `${gap} mm between two lines`).toBe(true);
      }
    }
    expect(read.flatMap(({ pictures }) => pictures).every(({ top, bottom }) => bottom - top > 55)).toBe(true);
  });
});

describe("tables", () => {
  test("of forty columns stays within the type area", async () => {
    await isWhole(withStory(tableOf(4, 40, false)));
  });

  test("with figures wider than its columns breaks them within their cells", async () => {
    const cell = { runs: [{ text: "1234567.89" }] };
    const { read } = await isWhole(withStory({ type: "table", rows: [Array(24).fill(cell)] }));
    const glyphs = read
      .flatMap((page) => page.lines.flatMap((line) => line.glyphs))
      .filter(({ size, text }) => size < 9.5 && text !== "\u200b");
    expect(glyphs.length).toBeGreaterThanOrEqual(240);
    const rows = Map.groupBy(glyphs, ({ y }) => y.toFixed(1));
    for (const row of rows.values())
      for (const [at, { x }] of row.sort((a, b) => a.x - b.x).entries()) {
        const before = row[at - 1];
        if (before) expect(x).toBeGreaterThan(before.x + before.width - 0.1);
      }
  });

  test("of sixty rows goes on with its header", async () => {
    const pages = typeset(press(), withStory(tableOf(60, 4)));
    const read = await readPdf(pages.pdf());
    const written = read.map(({ lines }) => withoutSpace(lines.map(({ text }) => text).join("")));
    const on = written.filter((text) => /\d+\.[1-4]/.test(text.replace("0999-6001234", "")));
    expect(on.length).toBeGreaterThan(2);
    for (const text of on) expect(text).toContain("1.11.21.31.4");
    for (let row = 2; row <= 60; row++) expect(written.join("")).toContain(`${row}.1${row}.2${row}.3${row}.4`);
  });

  test("with a cell longer than a page loses none of it", async () => {
    const cell = (text: string) => ({ runs: [{ text }] });
    await isWhole(withStory({ type: "table", rows: [[cell("一"), cell(plainHan(2500))]] }, paragraph("会议召开。")));
  });
});
