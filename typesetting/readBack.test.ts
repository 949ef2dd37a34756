import { describe, expect, test } from "vitest";
import { defaultSettings, type PressIssue } from "./document";
import { typeset } from "./press";
import { standIn } from "./standIn";
import { everything } from "./testing/everything";
import { issueOf, paragraph, story, weeklyOf } from "./testing/issues";
import { press } from "./testing/press";
import { readPdf, withoutSpace } from "./testing/readPdf";
import { bodyOn, writtenIn } from "./testing/writtenIn";

const photographs = [
  [1500, 1000],
  [900, 1200],
  [1400, 1000],
  [1600, 900],
].map(([width = 0, height = 0], at) => standIn(`p${at}`, { width, height }));

async function isReadBack(issue: PressIssue) {
  const pages = typeset(press(), issue);
  expect(bodyOn(await readPdf(pages.pdf()))).toBe(writtenIn(issue, pages.marks));
  return pages;
}

describe("what went in is read back, character by character and in order", () => {
  test.each([1, 2, 3, 4, 5])("from weekly %i, with its photographs where the press has put them", async (seed) => {
    await isReadBack(weeklyOf(12, photographs, seed));
  });

  test.each(["weekly", "flash"] as const)("from a %s with everything", async (layout) => {
    const issue = everything(layout);
    await isReadBack({ ...issue, settings: { ...issue.settings, contents: false } });
  });

  test("runs of all kinds, in one paragraph with its line breaks", async () => {
    const runs = [
      { text: "一是", bold: true as const },
      { text: "健全制度。\n" },
      { text: "楷体", italic: true as const },
      { text: "和下划线", underline: true as const },
      { text: "，三者一起", bold: true as const, italic: true as const, underline: true as const },
    ];
    await isReadBack(
      issueOf({ sections: [{ title: "", entries: [story(["一|二"], [{ type: "paragraph", runs }])] }] }),
    );
  });

  test("a tentative number, and a masthead with nothing optional", async () => {
    const { masthead } = issueOf();
    await isReadBack(issueOf({ masthead: { ...masthead, tentative: true, region: "", total: "", internal: false } }));
  });

  test("the contents name each story and the page on which it begins", async () => {
    const issue = weeklyOf(10, [], 4);
    const pages = typeset(press(), { ...issue, settings: { ...defaultSettings, contents: true } });
    const [first] = await readPdf(pages.pdf());
    const lines = first?.lines.map(({ text }) => withoutSpace(text)) ?? [];
    const stories = issue.sections.flatMap(({ entries }) => entries.filter(({ headline }) => headline.length));
    expect(stories.length).toBe(7);
    for (const { id, headline } of stories) {
      const page = pages.marks.find(({ entry }) => entry === id)?.page;
      const [title, number] = [withoutSpace(headline.join("")), `${page}`];
      expect(
        lines.filter((line) => line.startsWith(title) && line.replace(/\.+/, "|") === `${title}|${number}`),
      ).not.toEqual([]);
    }
  });

  test("an issue with headlines that break by hand shows no | in its contents", async () => {
    const sections = [{ title: "", entries: [story(["冬修水利|全面展开"], [paragraph("会议召开。")])] }];
    const issue = issueOf({ settings: { ...defaultSettings, contents: true }, sections });
    const [first] = await readPdf(typeset(press(), issue).pdf());
    expect(first?.lines.map(({ text }) => text).join("")).not.toContain("|");
  });
});
