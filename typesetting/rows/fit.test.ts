import { describe, expect, test } from "vitest";
import { defaultSettings, type PageSettings } from "../document";
import { typeset } from "../press";
import { plainHan } from "../testing/everything";
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
