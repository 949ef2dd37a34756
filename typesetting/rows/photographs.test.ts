import { describe, expect, test } from "vitest";
import type { Photographs } from "../data/figures";
import type { SetSection } from "../data/issue";
import { typeset } from "../press";
import { standIn } from "../standIn";
import { plainHan } from "../testing/everything";
import { figure, issueOf, paragraph, story, weeklyOf } from "../testing/issues";
import { press } from "../testing/press";
import { readPdf } from "../testing/readPdf";
import { paginate } from "./paginate";
import { settlePhotographs } from "./photographs";
import type { Unit } from "./units";

const wide = standIn("wide", { width: 1500, height: 1000 });
const lines = (entry: string, block: number, rows: number): Unit => ({
  entry,
  block,
  rows,
  breaks: "lines",
  stays: false,
});
const title = (entry: string): Unit => ({ entry, rows: 2, breaks: "never", stays: true });
const photographs = (at: number): Photographs => ({
  ...{ type: "photographs", at, span: 1, figures: [], rows: 8, least: 7, most: 9, captionLines: 1 },
});
const picture = (entry: string, block: number): Unit => ({
  ...{ entry, block, rows: 8, breaks: "never", stays: false, photographs: photographs(block) },
});

/** The order of blocks, a story a row; a photograph with its rows. */
function settled(units: Unit[]): string[][] {
  const names = [...new Set(units.flatMap(({ entry }) => entry ?? []))];
  const entries = names.map((id) => ({
    ...{ id, headline: [], wide: false, title: "", hidden: false },
    blocks: units.flatMap(({ entry, block, photographs: there }) => {
      if (entry !== id || block === undefined) return [];
      return [there ?? { type: "paragraph" as const, at: block, runs: [] }];
    }),
  }));
  const sections: SetSection[] = [{ title: "", lines: [], entries }];
  return settlePhotographs(sections, units).flatMap((section) =>
    section.entries.map(({ blocks }) =>
      blocks.map((block) => (block.type === "photographs" ? `${block.at}: ${block.rows}` : `${block.at}`)),
    ),
  );
}

describe("photographs", () => {
  test("one that fits stays where its editor put it", () => {
    expect(settled([title("a"), lines("a", 0, 4), picture("a", 1), lines("a", 2, 5)])).toEqual([["0", "1: 8", "2"]]);
  });

  test("one that would leave a hole moves on behind the paragraphs that fill it", () => {
    const units = [title("a"), lines("a", 0, 15), picture("a", 1), lines("a", 2, 5), lines("a", 3, 9)];
    expect(paginate(units).used[0]).toBe(17);
    expect(settled(units)).toEqual([["0", "2", "1: 8", "3"]]);
  });

  test("one that lacks a row is made a row lower before it is moved", () => {
    const units = [title("a"), lines("a", 0, 13), picture("a", 1), lines("a", 2, 5), lines("a", 3, 9)];
    expect(settled(units)).toEqual([["0", "1: 7", "2", "3"]]);
  });

  test("one does not part the items of a list, though the first of them would fill the hole", () => {
    const units = [title("a"), lines("a", 0, 15), picture("a", 1), lines("a", 2, 5), lines("a", 2, 9)];
    expect(settled(units).map((blocks) => [...new Set(blocks)])).toEqual([["0", "1: 8", "2"]]);
  });

  test("never leaves its story, however large the hole; never stands in a list or under a heading", () => {
    const item = lines("a", 2, 1);
    const heading: Unit = { ...lines("a", 3, 1), stays: true };
    const units = [
      ...[title("a"), lines("a", 0, 15), picture("a", 1), item, item, item, heading, lines("a", 4, 1)],
      ...[title("b"), lines("b", 0, 20), lines("b", 1, 20)],
    ];
    const [a, b] = settled(units);
    expect(b).toEqual(["0", "1"]);
    expect(a?.filter((each) => each !== "1: 8" && !each.startsWith("1:"))).toEqual(["0", "2", "3", "4"]);
    const at = a?.findIndex((each) => each.startsWith("1:")) ?? -1;
    expect(a?.[at - 1]).not.toBe("3");
  });

  test("on the page each stands below its own headline and above the next", async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const issue = weeklyOf(9, [wide, wide, wide, wide], seed);
      const { marks, pdf } = typeset(press(), issue);
      const entries = issue.sections.flatMap((section) => section.entries);
      const order = marks.filter(({ entry, edge }) => entry && edge === "start").map(({ entry }) => entry);
      expect([...new Set(order)]).toEqual(entries.map(({ id }) => id));
      expect(order).toEqual([...order].sort((a, b) => Number(a?.slice(1)) - Number(b?.slice(1))));
      const pages = await readPdf(pdf());
      expect(pages.flatMap(({ pictures }) => pictures)).toHaveLength(4);
    }
  });

  test("two wide ones stand side by side, a high one alone and whole", async () => {
    const images = { a: wide, b: wide, high: standIn("high", { width: 800, height: 1200 }) };
    const blocks = [figure("a"), figure("b"), paragraph(plainHan(50)), figure("high")];
    const issue = issueOf({ images, sections: [{ title: "", entries: [story(["一则"], blocks)] }] });
    const [a, b, high] = (await readPdf(typeset(press(), issue).pdf())).flatMap(({ pictures }) => pictures);
    expect(a?.top).toBeCloseTo(b?.top ?? 0, 2);
    expect((b?.left ?? 0) - (a?.left ?? 0)).toBeCloseTo(80, 0);
    const ratio = ((high?.right ?? 0) - (high?.left ?? 0)) / ((high?.bottom ?? 0) - (high?.top ?? 0));
    expect(ratio).toBeCloseTo(800 / 1200, 2);
    expect(((high?.right ?? 0) + (high?.left ?? 0)) / 2).toBeCloseTo(106, 1);
  });
});
