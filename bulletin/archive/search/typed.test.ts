import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "./typed";

describe("what is typed", () => {
  it.each([
    ["会议", ["会议"], []],
    ["会议 调研", ["会议", "调研"], []],
    ["　会议　　调研　", ["会议", "调研"], []],
    ["会议 -调研", ["会议"], ["调研"]],
    ["会议 －调研", ["会议"], ["调研"]],
    ["会议 -“实地 调研”", ["会议"], ["实地调研"]],
    ["“市政协 会议”", ["市政协会议"], []],
    ["「市政协会议」『调研』", ["市政协会议", "调研"], []],
    ['"market day" GDP', ["marketday", "gdp"], []],
    ["第 18 期", ["第18期"], []],
    ["第１８期", ["第18期"], []],
    ["2026 年 5 月", ["2026年5月"], []],
    ["政协 2020", ["政协", "2020"], []],
    ["2020-2021", ["2020-2021"], []],
    ["ＧＤＰ", ["gdp"], []],
    ["会议 会议", ["会议"], []],
    ["“会议", ["会议"], []],
    ["会议”", ["会议”"], []],
    ["会议\u0000调研", ["会议", "调研"], []],
    ["100%", ["100%"], []],
    ["a\\b", ["a\\b"], []],
    ["a & b | !c", ["a", "&", "b", "|", "!c"], []],
    ["🌾", ["🌾"], []],
    ["\ud83c", [], []],
    ["会议，强调", ["会议,强调"], []],
    ["   ", [], []],
    ["，。", [], []],
    ["-", ["-"], []],
    ["“”", [], []],
  ])("%j", (text, must, never) => {
    expect(understand(text)).toEqual({ must, never, isCut: false });
  });

  it("is cut where it is too long, and says so", () => {
    expect(understand("会".repeat(10_000))).toEqual({ must: ["会".repeat(200)], never: [], isCut: true });
    const many = Array.from({ length: 40 }, (_, at) => `词${at}`).join(" ");
    expect(understand(many).must).toHaveLength(12);
    expect(understand(many).isCut).toBe(true);
  });

  it("is never empty words, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { must, never } = understand(text);
        for (const word of [...must, ...never]) expect(word).toMatch(/[^\s,。、:;]/u);
      }),
    );
  });
});
