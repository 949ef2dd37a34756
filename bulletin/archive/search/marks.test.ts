import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { densest, marked, snippet } from "./marks";

const shown = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join("");

describe("what is marked", () => {
  it.each([
    ["全市政协工作会议", ["政协", "会议"], "全市[政协]工作[会议]"],
    ["ＧＤＰ增长", ["gdp"], "[ＧＤＰ]增长"],
    ["第 18 期简报", ["第18期"], "[第 18 期]简报"],
    ["政协会议", ["政协会", "协会议"], "[政协会议]"],
    ["🌾丰收🌾", ["🌾"], "[🌾]丰收[🌾]"],
    ["会议", [], "会议"],
  ])("%s %j", (text, words, expected) => {
    expect(shown(marked(text, words))).toBe(expected);
  });

  it("loses nothing of a text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.string({ minLength: 1, maxLength: 2 })),
        (text, words) => {
          expect(
            marked(text, words)
              .map((piece) => piece.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });

  it("is a piece around where the words stand together", () => {
    const text = `${"甲。".repeat(200)}市政协召开会议，研究工作。${"乙。".repeat(200)}会议`;
    const pieces = shown(snippet(text, ["会议", "政协"]));
    expect(pieces).toContain("市[政协]召开[会议]");
    expect(pieces).toMatch(/^….*…$/s);
    expect(pieces.length).toBeLessThan(140);
  });

  it("is the first of those where as many stand together", () => {
    const ranges = fc
      .uniqueArray(fc.nat(400))
      .map((places) =>
        places.sort((a, b) => a - b).map((from) => ({ from, to: from + 1, word: "甲乙丙丁"[(from * 7) % 4] ?? "" })),
      );
    fc.assert(
      fc.property(ranges, fc.integer({ min: 1, max: 120 }), (all, length) => {
        const sizes = all.map(
          ({ from: at }) =>
            new Set(all.flatMap(({ from, word }) => (from >= at && from < at + length ? word : []))).size,
        );
        expect(densest(all, length)).toBe(all[sizes.indexOf(Math.max(...sizes))]?.from ?? 0);
      }),
    );
  });

  it("is found in few looks at each place, however often a word stands", () => {
    let looks = 0;
    const ranges = Array.from({ length: 3_000 }, (_, at) => ({
      get from() {
        looks++;
        return at * 2;
      },
      ...{ to: at * 2 + 2, word: "甲乙" },
    }));
    expect(densest(ranges, 120)).toBe(0);
    expect(looks).toBeLessThan(10 * ranges.length);
    expect(shown(snippet("甲乙".repeat(30_000), ["甲乙"]))).toBe(`${"[甲乙]".repeat(60)}…`);
  });

  it("is the beginning where no word stands", () => {
    expect(shown(snippet("一二三", ["四"]))).toBe("一二三");
  });
});
