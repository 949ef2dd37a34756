import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
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

/** So many different characters, one after the other. */
const han = (from: number, length: number) => String.fromCodePoint(...Array.from({ length }, (_, at) => from + at));

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

  it("segments each of a thousand paragraphs once, and leaves off looking for their like", () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
    const [before, after] = [0x4e00, 0x7000].map((from) =>
      Array.from({ length: 1_000 }, (_, at) => han(from + at, 60)),
    );
    const { deleted, added } = differenceOf(textOf(before ?? []), textOf(after ?? []));
    expect({ deleted, added }).toEqual({ deleted: 60_000, added: 60_000 });
    expect(segment.mock.calls.length).toBeLessThanOrEqual(2_000);
    segment.mockRestore();
  });

  it("shows what is shuffled throughout as replaced between what it begins and ends with, and goes on", () => {
    // A multiplier without a common factor goes once through all: each character in another place.
    const shuffled = (text: string) => Array.from(text, (_, at) => text[(at * 3_571) % text.length]).join("");
    const paragraph = (at: number) => han(0x4e00 + at * 100, 7_900);
    const before = Array.from({ length: 7 }, (_, at) => `开头${paragraph(at)}结尾`);
    const after = Array.from({ length: 7 }, (_, at) => `开头${shuffled(paragraph(at))}结尾`);
    const difference = differenceOf(textOf(before), textOf(after));
    expect(side(difference, "deleted")).toEqual(before);
    expect(side(difference, "added")).toEqual(after);
    expect(difference.paragraphs.map(({ parts }) => parts.map(({ kind }) => kind))).toEqual(
      before.map(() => ["same", "deleted", "added", "same"]),
    );
  });

  it("finds every change of a long text in which each paragraph was reworded", () => {
    const before = Array.from({ length: 190 }, (_, at) => `第${at}段。${"市政协到北岭县调研。".repeat(30)}`);
    const after = before.map((text) => text.replace(/调研。市政协/g, "走访，省政协"));
    const { paragraphs: all } = differenceOf(textOf(before), textOf(after));
    expect(all.every(({ parts }) => parts.filter(({ kind }) => kind === "added").length >= 29)).toBe(true);
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
