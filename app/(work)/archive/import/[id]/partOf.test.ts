import { describe, expect, it } from "vitest";
import { recognise } from "@/bulletin/archive/recognise/recognise";
import { inPart, partOf } from "./partOf";

const text = (paragraphs: number) =>
  `旧刊\n第1期\n青禾市办公室\n2024年3月4日\n\n${Array.from({ length: paragraphs }, (_, at) => `　　第${at + 1}天，全市春耕备耕工作继续推进，各县区报来进度。\n`).join("\n")}`;

describe("an issue", () => {
  it("of the usual length stands on one page whole", () => {
    const { pieces, recognised } = recognise(text(50));
    const run = { pieces, behind: null };
    expect(partOf(run, 3)).toEqual({ ...run, part: 1, parts: 1 });
    const [issue] = recognised.issues;
    if (!issue) throw new Error("none was recognised");
    expect(inPart(issue, partOf(run, 1))).toBe(issue);
  });

  it("of thousands of pieces stands on several, each piece on one, with the one before it", () => {
    const { pieces, recognised } = recognise(text(1_600));
    const [issue] = recognised.issues;
    if (!issue) throw new Error("none was recognised");
    const run = { pieces, behind: "999:1" };
    const { parts } = partOf(run, 1);
    expect(parts).toBeGreaterThan(2);
    const all = Array.from({ length: parts }, (_, at) => partOf(run, at + 1));
    expect(all.flatMap((each, at) => each.pieces.slice(at ? 1 : 0))).toEqual(pieces);
    expect(all.at(-1)?.behind).toBe("999:1");
    for (const [at, each] of all.slice(1).entries()) {
      expect(each.pieces[0]).toBe(all[at]?.pieces.at(-1));
      expect(all[at]?.behind).toBe(each.pieces[1]?.id);
    }
    const blocks = all.map((each) =>
      inPart(issue, each).sections.flatMap(({ entries }) => entries.flatMap((e) => e.blocks)),
    );
    const whole = issue.sections.flatMap(({ entries }) => entries.flatMap((each) => each.blocks));
    expect(new Set(blocks.flat())).toEqual(new Set(whole));
    for (const each of blocks) expect(each.length).toBeLessThan(whole.length / 2);
  });
});
