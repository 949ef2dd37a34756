import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typeset } from "./press";
import { bodyLines, paragraphLines } from "./testing/body";
import { plainHan } from "./testing/everything";
import { issueOf, paragraph, story, weeklyOf } from "./testing/issues";
import { press } from "./testing/press";
import { readPdf } from "./testing/readPdf";

const neverFirst = /^[，。、；：！？）》〉」』】〕”’…·%]/;
const neverLast = /[（《〈「『【〔“‘]$/;

const set = (texts: string[]) =>
  readPdf(typeset(press(), issueOf({ sections: [{ title: "", entries: [story([], texts.map(paragraph))] }] })).pdf());

/** Sentences of Han with marks, brackets, figures and Latin between, as they come. */
const han = fc.constantFrom(..."市县区镇村水利农田工程建设推进会议强调要求落实责任群众干部产业发展治理服务改革");
const word = fc.array(han, { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
const piece = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.constantFrom("，", "。", "；", "、", "：", "！", "……", "——") },
  { weight: 1, arbitrary: word.map((inner) => `“${inner}”`) },
  { weight: 1, arbitrary: word.map((inner) => `《${inner}》`) },
  { weight: 1, arbitrary: word.map((inner) => `（${inner}）`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9999 }).map((number) => `${number}%`) },
  { weight: 1, arbitrary: fc.constantFrom("GDP", "5G", "3.2万亩", "12345") },
);
// A paragraph opens with a word; two marks do not follow each other, as in a text that was read through.
const written = fc
  .tuple(word, fc.array(piece, { minLength: 20, maxLength: 60 }))
  .map(([first, rest]) => `${first}${rest.join("")}。`.replace(/([，。；、：！—…])[，。；、：！—…]+/g, "$1"));

describe("lines", () => {
  test("none begins with a closing mark or ends with an opening one, none leaves one character alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 12, maxLength: 16 }), async (texts) => {
        const pages = await set(texts);
        for (const { text } of bodyLines(pages)) {
          expect(text).not.toMatch(neverFirst);
          expect(text).not.toMatch(neverLast);
        }
        const paragraphs = paragraphLines(pages);
        expect(paragraphs.length).toBe(texts.length);
        for (const lines of paragraphs)
          if (lines.length > 1) expect([...(lines.at(-1)?.text ?? "")].length, lines.at(-1)?.text).toBeGreaterThan(2);
      }),
      { numRuns: 12, seed: 9704, endOnFailure: true },
    );
  });

  test("no paragraph of 40 to 95 characters has a single one on its last line", async () => {
    const texts = Array.from({ length: 56 }, (_, at) => `${plainHan(39 + at)}。`);
    const paragraphs = paragraphLines(await set(texts));
    expect(paragraphs.map((lines) => lines.map(({ text }) => text).join(""))).toEqual(texts);
    for (const lines of paragraphs) expect([...(lines.at(-1)?.text ?? "")].length).toBeGreaterThan(2);
  });

  test("no headline and no title of a section stands last on a page", async () => {
    let crossed = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const pages = await readPdf(typeset(press(), weeklyOf(10, [], seed)).pdf());
      for (const { lines } of pages.slice(0, -1)) {
        const last = lines.findLast(({ y }) => y < 263);
        expect(last?.glyphs[0]?.size, last?.text).toBeCloseTo(15.79, 1);
        if (last && last.y < 240) crossed += 1;
      }
    }
    // That pages ended early shows that something was held back.
    expect(crossed).toBeGreaterThan(0);
  });
});
