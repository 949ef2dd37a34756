import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultSettings } from "./document";
import { type Press, typeset } from "./press";
import { bodyLines, isBody } from "./testing/body";
import { everything, plainHan } from "./testing/everything";
import { issueOf, paragraph, story, weeklyOf } from "./testing/issues";
import { newPress, press, root } from "./testing/press";
import { inkEnd, inkStart, type PdfPage, readPdf } from "./testing/readPdf";

// GB/T 9704-2012 and the measures of the reference pages, in millimetres.
const pitch = 225 / 22;
const firstBaseline = 44.23;

/** A root with Noto alone: where Fandol could not be downloaded. */
const bare = mkdtempSync(path.join(tmpdir(), "bianfa-noto-"));
mkdirSync(path.join(bare, "node_modules"));
symlinkSync(path.join(root, "node_modules/@expo-google-fonts"), path.join(bare, "node_modules/@expo-google-fonts"));
afterAll(() => rmSync(bare, { recursive: true }));

const close = (value: number | undefined, wanted: number, by = 0.5) =>
  expect(Math.abs((value ?? Number.NaN) - wanted), `${value} is not ${wanted}`).toBeLessThanOrEqual(by);
const lineWith = ({ lines }: PdfPage, text: string) => lines.find((line) => line.text.includes(text));

describe.each([
  ["with the faces of this machine", () => press()],
  ["with Noto alone", () => newPress({}, bare)],
])("%s", (_, pressOf) => {
  let machine: Press;
  const set = (issue: Parameters<typeof typeset>[1]) => readPdf(typeset(machine, issue).pdf());
  beforeAll(() => {
    machine = pressOf();
  });

  test("a page holds 22 lines of 28 characters, from 28 to 184 mm", async () => {
    const [, page] = await set(
      issueOf({ sections: [{ title: "", entries: [story([], [paragraph(plainHan(2200))])] }] }),
    );
    const lines = page?.lines.filter(isBody) ?? [];
    expect(lines.map(({ glyphs }) => glyphs.length)).toEqual(Array(22).fill(28));
    for (const [row, line] of lines.entries()) {
      close(line.y, firstBaseline + row * pitch, 0.1);
      close(line.left, 28, 0.1);
      close(line.right, 184, 0.1);
    }
  });

  test.each(["weekly", "flash"] as const)("everything in a %s keeps the text on the grid", async (layout) => {
    const pages = await set(everything(layout));
    const lines = bodyLines(pages);
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) {
      const row = (line.y - firstBaseline) / pitch;
      close(row * pitch, Math.round(row) * pitch, 0.1);
      expect(row).toBeLessThan(21.5);
      expect(inkStart(line), line.text).toBeGreaterThan(27.5);
      expect(inkEnd(line), line.text).toBeLessThanOrEqual(184.5);
    }
  });

  test("the masthead stands where eyes expect it", async () => {
    const [page] = await set(weeklyOf(4, []));
    if (!page) throw new Error("no page");
    const title = lineWith(page, "工作周报");
    close(title?.y, 87);
    close(((title?.left ?? 0) + (title?.right ?? 0)) / 2, 106);
    close(lineWith(page, "内部资料")?.y, firstBaseline);
    const [rule] = page.filled;
    expect(rule?.colour).toBe(defaultSettings.red.toLowerCase());
    for (const [value, wanted] of [
      [rule?.top, 123.1],
      [rule?.bottom, 123.9],
      [rule?.left, 28],
      [rule?.right, 184],
    ])
      close(value, wanted ?? 0, 0.1);
  });

  test("page numbers: odd at the right, even at the left, a character in", async () => {
    const pages = await set(weeklyOf(8, []));
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, { lines }] of pages.entries()) {
      const number = lines.find(({ text }) => text.replace(/\s/g, "") === `—${at + 1}—`);
      close(number?.y, 270.5, 0.1);
      if (at % 2 === 0) close(number?.right, 179.06, 0.1);
      else close(number?.left, 32.94, 0.1);
    }
  });

  test("the foot: rules of 0.35 and 0.25 mm, the last on the bottom of the type area of an even page", async () => {
    const pages = await set(weeklyOf(8, []));
    expect(pages.length % 2).toBe(0);
    const rules = pages.at(-1)?.filled ?? [];
    expect(rules.map(({ top, bottom }) => (bottom - top).toFixed(2))).toEqual(["0.35", "0.25", "0.25", "0.35"]);
    close(rules.at(-1)?.bottom, 262, 0.1);
    const last = pages.at(-1);
    if (!last) throw new Error("no page");
    close(lineWith(last, "报：")?.left, 32.94, 0.1);
    // What is too long for its line goes on after the colon.
    const at = last.lines.findIndex(({ text }) => text.startsWith("报："));
    close(last.lines[at + 1]?.left, 32.94 + 2 * 14 * (25.4 / 72), 0.1);
  });
});
