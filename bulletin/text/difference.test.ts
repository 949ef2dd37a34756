import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphs } from "../testing/items";
import { twoVersions } from "../testing/texts";
import { type Difference, differenceOf, type Part } from "./difference";

const textOf = (lines: readonly string[], headline: string[] = []) => ({ headline, blocks: paragraphs(...lines) });
const written = (lines: readonly string[]) => lines.filter((line) => line.trim());

/** One side of a difference, put together again from its parts. */
function side({ paragraphs: all }: Difference, kind: Part["kind"]): string[] {
  return all
    .filter(({ parts }) => parts.some((part) => part.kind === "same" || part.kind === kind))
    .map(({ parts }) =>
      parts.flatMap((part) => (part.kind === "same" || part.kind === kind ? part.text : [])).join(""),
    );
}

describe("the difference of two texts", () => {
  it("holds all of the old one and all of the new one, in order", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const difference = differenceOf(textOf(before), textOf(after));
        expect(side(difference, "deleted")).toEqual(written(before));
        expect(side(difference, "added")).toEqual(written(after));
      }),
    );
  });

  it("counts what was deleted and added in characters", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const { deleted, added } = differenceOf(textOf(before), textOf(after));
        const length = (lines: readonly string[]) => [...written(lines).join("")].length;
        expect(length(before) - deleted).toBe(length(after) - added);
      }),
    );
  });

  it("is none between a text and itself", () => {
    fc.assert(
      fc.property(twoVersions, ([text]) => {
        const { paragraphs: all, ...sums } = differenceOf(textOf(text, ["标题"]), textOf(text, ["标题"]));
        expect(sums).toEqual({ changes: 0, deleted: 0, added: 0 });
        expect(all.every(({ changed, parts }) => !changed && parts.every(({ kind }) => kind === "same"))).toBe(true);
      }),
    );
  });

  it("shows a reworded paragraph as reworded, between those that stayed", () => {
    const before = ["一、会议召开。", "市政协主席到北岭县调研，走访了三个村。", "二、会议结束。"];
    const after = ["一、会议召开。", "市政协副主席到北岭县调研，走访了五个村。", "二、会议结束。"];
    const { paragraphs: all, changes } = differenceOf(textOf(before), textOf(after));
    expect(all.map(({ changed }) => changed)).toEqual([false, true, false]);
    expect(changes).toBe(2);
  });

  it("shows a replaced paragraph as deleted and added", () => {
    const { paragraphs: all } = differenceOf(textOf(["甲乙丙丁"]), textOf(["全然两样的话"]));
    expect(all.map(({ parts }) => parts.map(({ kind }) => kind))).toEqual([["deleted"], ["added"]]);
  });

  it("tells the headline from the text", () => {
    const { paragraphs: all } = differenceOf(textOf(["文"], ["旧题"]), textOf(["文"], ["旧题", "副题"]));
    expect(all.map(({ what, changed }) => [what, changed])).toEqual([
      ["headline", false],
      ["headline", true],
      ["paragraph", false],
    ]);
  });
});
