import { describe, expect, test } from "vitest";
import { type Block, defaultSettings, type PageSettings, type PressIssue } from "../document";
import { typeset } from "../press";
import { plainHan, tableOf } from "../testing/everything";
import { issueOf, paragraph, story } from "../testing/issues";
import { press } from "../testing/press";

/** One story without headline, of so many full lines in paragraphs of ten; the first line of each is two short. */
function lines(count: number, settings: Partial<PageSettings> = {}) {
  const paragraphs = Array.from({ length: Math.ceil(count / 10) }, (_, at) =>
    paragraph(plainHan(Math.min(10, count - 10 * at) * 28 - 2)),
  );
  const entries = [story([], paragraphs)];
  return typeset(
    press(),
    issueOf({ settings: { ...defaultSettings, ...settings }, sections: [{ title: "", entries }] }),
  );
}
const fitOf = (...given: Parameters<typeof lines>) => {
  const { fit } = lines(...given);
  if (!fit) throw new Error("a weekly has a fit");
  return fit;
};

describe.each([true, false])("even pages: %s", (evenPages) => {
  test.each([9, 20, 30, 36, 45, 57, 58, 70, 77])(
    "of %i lines, cutting what it says gives the pages it says",
    (count) => {
      const fit = fitOf(count, { evenPages });
      const { toLess } = fit;
      if (!toLess) return expect(fit.pages).toBe(1);
      expect(toLess.pages).toBeLessThan(fit.pages);
      expect(lines(count - toLess.rows, { evenPages }).count).toBeLessThanOrEqual(toLess.pages);
      expect(lines(count - toLess.rows + 1, { evenPages }).count).toBeGreaterThan(toLess.pages);
    },
  );
});

describe("an issue that is not all lines", () => {
  const bulletin = (count: number, given: Partial<PressIssue>, blocks: Block[] = []) => {
    const text = Array.from({ length: Math.ceil(count / 10) }, (_, at) =>
      paragraph(plainHan(Math.min(10, count - 10 * at) * 28 - 2)),
    );
    return typeset(
      press(),
      issueOf({ sections: [{ title: "", entries: [story([], [...text, ...blocks])] }], ...given }),
    );
  };
  const settings = { ...defaultSettings, evenPages: false };

  test("a note of a page above it: the foot and what is free are where they are", () => {
    const editorNote = plainHan(590);
    for (const count of [3, 12]) {
      const { fit, count: pages } = bulletin(count, { editorNote, settings });
      expect(bulletin(count + (fit?.free ?? 0), { editorNote, settings }).count).toBe(pages);
      const further = bulletin(count + (fit?.free ?? 0) + 1, { editorNote, settings });
      // Where the foot had a page to itself, one line more joins it there.
      expect([further.count, further.fit?.footAlone]).toEqual(fit?.footAlone ? [pages, false] : [pages + 1, true]);
      const even = bulletin(count, { editorNote });
      expect(even.count % 2 === 0 || even.fit?.footAlone).toBe(true);
    }
  });

  test("a table at the end does not count as a row that can be cut", () => {
    const { fit } = bulletin(5, { settings }, [tableOf(6, 3)]);
    const { toLess } = fit ?? {};
    if (!toLess) return expect(fit?.pages).toBeGreaterThan(1);
    expect(bulletin(5 - toLess.rows, { settings }, [tableOf(6, 3)]).count).toBe(toLess.pages);
  });

  test("a target is kept when the pages are as many, the even one of the foot among them", () => {
    const target = (count: number) => bulletin(count, { settings: { ...defaultSettings, pageTarget: 3 } });
    for (const count of [20, 30, 36, 45, 57]) {
      const { fit, count: pages } = target(count);
      expect(fit?.over === 0).toBe(pages <= 3);
      if (fit?.over) expect(target(count - fit.over).count).toBeLessThanOrEqual(3);
    }
  });
});

describe("rows", () => {
  test.each([3, 20, 40])("%i lines: what is free can be filled, and not a row more", (count) => {
    const { free, pages, footAlone } = fitOf(count, { evenPages: false });
    expect(footAlone).toBe(false);
    expect(free).toBeGreaterThan(0);
    expect(lines(count + free, { evenPages: false }).count).toBe(pages);
    expect(lines(count + free + 1, { evenPages: false }).count).toBe(pages + 1);
  });

  test("over the target by what must go, and kept at nothing", () => {
    const settings = { evenPages: false, pageTarget: 1 };
    const { over } = fitOf(30, settings);
    expect(over).toBeGreaterThan(20);
    expect(fitOf(30 - (over ?? 0), settings)).toMatchObject({ over: 0, pages: 1 });
    expect(fitOf(31 - (over ?? 0), settings).over).toBe(1);
    expect(fitOf(30, { pageTarget: 0 }).over).toBeNull();
  });

  test("every entry is there with its rows, the one with the shortest last line first", () => {
    const entries = [
      story([], [paragraph(plainHan(26 + 28 + 9))], { id: "nine" }),
      story(["标题"], [paragraph(plainHan(26)), paragraph(plainHan(26 + 3))], { id: "three" }),
      story([], [paragraph(plainHan(12))], { id: "none" }),
    ];
    const { fit } = typeset(press(), issueOf({ sections: [{ title: "", entries }] }));
    expect(fit?.gifts).toEqual([
      { entry: "three", rows: 5, cheapest: { characters: 3, block: 1 } },
      { entry: "nine", rows: 3, cheapest: { characters: 9, block: 0 } },
      { entry: "none", rows: 1, cheapest: null },
    ]);
  });
});
