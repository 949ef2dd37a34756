import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { defaultSettings, type PressImage, type PressIssue } from "./document";
import { TemplateError } from "./engine";
import { printableImages } from "./images";
import { typeset } from "./press";
import { standIn } from "./standIn";
import { plainHan, tableOf } from "./testing/everything";
import { figure, issueOf, paragraph, story, weeklyOf } from "./testing/issues";
import { newPress, press } from "./testing/press";
import { readPdf, withoutSpace } from "./testing/readPdf";
import { bodyOn, writtenIn } from "./testing/writtenIn";

const withStory = (...blocks: PressIssue["sections"][0]["entries"][0]["blocks"]) =>
  issueOf({ sections: [{ title: "重要活动", entries: [story(["一则"], blocks)] }] });

/** Everything is there, the foot stands at its place, and nothing runs out of the type area. */
async function isWhole(issue: PressIssue, { longFoot = false } = {}) {
  const pages = typeset(press(), issue);
  const read = await readPdf(pages.pdf());
  expect(bodyOn(read)).toBe(writtenIn(issue, pages.marks));
  const end = read.at(-1)?.filled.at(-1)?.bottom;
  // A foot of several pages ends where it ends.
  if (longFoot) expect(end).toBeLessThan(262.1);
  else expect(end).toBeCloseTo(262, 1);
  for (const { text, left, right } of read.flatMap(({ lines }) => lines)) {
    expect(left, text).toBeGreaterThan(24.9);
    expect(right, text).toBeLessThan(187.5);
  }
  return { pages, read };
}

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
    expect(read.flatMap(({ pictures }) => pictures).every(({ top, bottom }) => bottom - top > 45)).toBe(true);
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

describe("length", () => {
  test.each([
    ["Latin", "abcdefghij".repeat(10_000)],
    ["Han", plainHan(100_000)],
  ])("100,000 characters of %s without a break", async (_, text) => {
    await isWhole(withStory(paragraph(text)));
  });

  test("three hundred pages", async () => {
    const issue = weeklyOf(1000, [], 3);
    const { pages } = await isWhole(issue);
    expect(pages.count).toBeGreaterThan(300);
  });

  test("a headline of 200 characters breaks into lines, none of which is lost or on another", async () => {
    for (const headline of [plainHan(200), "W".repeat(200)]) {
      const issue = issueOf({
        sections: [{ title: plainHan(60), entries: [story([headline], [paragraph("会议召开。")])] }],
      });
      const { read } = await isWhole(issue);
      const ys = read[0]?.lines.map(({ y }) => y) ?? [];
      const all = [...ys].sort((a, b) => a - b);
      for (const [at, y] of all.entries()) if (at > 0) expect(y - (all[at - 1] ?? 0)).toBeGreaterThan(7);
    }
  });

  test("a name, a region and an office that are too long for their line", async () => {
    const { masthead } = issueOf();
    const { read } = await isWhole(
      issueOf({ masthead: { ...masthead, title: plainHan(30), region: plainHan(40), issuer: plainHan(45) } }),
    );
    expect(read[0]?.lines.find(({ text }) => text.includes("2026年11月20日"))?.y).toBeCloseTo(119.7, 1);
  });

  test("lists in the foot that are longer than a page go on, on the next", async () => {
    const addressees = Array.from({ length: 300 }, (_, at) => `第${at + 1}乡镇人民政府`);
    const issue = { ...weeklyOf(4, []), lists: [{ label: "发", addressees }] };
    const { pages, read } = await isWhole(issue, { longFoot: true });
    expect(pages.fit?.pages).toBe(pages.count);
    for (const { y, text } of read.flatMap(({ lines }) => lines)) expect(y, text).toBeLessThan(271);
  });

  test("an address that is longer than half a line has a line to itself", async () => {
    const issue = weeklyOf(3, []);
    await isWhole({ ...issue, imprint: { ...issue.imprint, email: "yunchuanshizhengfuxinxike@yunchuan.example" } });
  });

  test("contents of a hundred stories", async () => {
    const entries = Array.from({ length: 100 }, (_, at) => story([`第${at}则`], [paragraph("会议召开。")]));
    const issue = issueOf({ settings: { ...defaultSettings, contents: true }, sections: [{ title: "", entries }] });
    const read = await readPdf(typeset(press(), issue).pdf());
    const titles = read.flatMap(({ lines }) => lines.filter(({ text, y }) => /^第\d+则\./.test(text) && y < 262));
    expect(titles.length).toBe(100);
  });
});

describe("nothing", () => {
  test.each(["weekly", "flash"] as const)("an empty %s has its head and foot on one page", async (layout) => {
    const { pages } = await isWhole(issueOf({ layout }));
    expect(pages.count).toBe(1);
  });

  test("empty sections, entries, blocks, lists and imprint", async () => {
    const blocks = [paragraph(""), paragraph(" \n "), tableOf(0, 0), figure("nowhere", "")];
    const imprint = { editors: "", reviewers: "", signer: "", phone: "", email: "", copies: 0 };
    const sections = [
      { title: "空栏目", entries: [] },
      { title: "", entries: [story([], blocks), story([""], [])] },
    ];
    await isWhole(issueOf({ sections, imprint, lists: [{ label: "报", addressees: [""] }] }));
  });
});

test("a template with an error names its file and its line", () => {
  const broken = newPress({ "foot.typ": '#let at-the-foot() = {\n  "never used"\n}\n#no-such-thing' });
  expect(() => typeset(broken, issueOf())).toThrow(TemplateError);
  expect(() => typeset(broken, issueOf())).toThrow(/^foot\.typ:4: unknown variable: no-such-thing/);
});
