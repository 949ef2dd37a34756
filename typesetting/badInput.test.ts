import { describe, expect, test } from "vitest";
import { defaultSettings } from "./document";
import { TemplateError } from "./engine";
import { typeset } from "./press";
import { plainHan, tableOf } from "./testing/everything";
import { figure, issueOf, paragraph, story, weeklyOf } from "./testing/issues";
import { isWhole, withStory } from "./testing/isWhole";
import { newPress, press } from "./testing/press";
import { readPdf } from "./testing/readPdf";

describe("length", () => {
  test.each([
    ["Latin", "abcdefghij".repeat(10_000)],
    ["Han", plainHan(100_000)],
  ])("100,000 characters of %s without a break", async (_, text) => {
    await isWhole(withStory(paragraph(text)));
  });

  test("three hundred pages", async () => {
    const issue = weeklyOf(1000, [], 3);
    const { pages } = await isWhole(issue);
    expect(pages.count).toBeGreaterThan(300);
  });

  test("a headline of 200 characters breaks into lines, none of which is lost or on another", async () => {
    for (const headline of [plainHan(200), "W".repeat(200)]) {
      const issue = issueOf({
        sections: [{ title: plainHan(60), entries: [story([headline], [paragraph("会议召开。")])] }],
      });
      const { read } = await isWhole(issue);
      const ys = read[0]?.lines.map(({ y }) => y) ?? [];
      const all = [...ys].sort((a, b) => a - b);
      for (const [at, y] of all.entries()) if (at > 0) expect(y - (all[at - 1] ?? 0)).toBeGreaterThan(7);
    }
  });

  test("a name, a region and an office that are too long for their line", async () => {
    const { masthead } = issueOf();
    const { read } = await isWhole(
      issueOf({ masthead: { ...masthead, title: plainHan(30), region: plainHan(40), issuer: plainHan(45) } }),
    );
    expect(read[0]?.lines.find(({ text }) => text.includes("2026年11月20日"))?.y).toBeCloseTo(119.7, 1);
  });

  test("lists in the foot that are longer than a page go on, on the next", async () => {
    const addressees = Array.from({ length: 300 }, (_, at) => `第${at + 1}乡镇人民政府`);
    const issue = { ...weeklyOf(4, []), lists: [{ label: "发", addressees }] };
    const { pages, read } = await isWhole(issue, { longFoot: true });
    expect(pages.fit?.pages).toBe(pages.count);
    for (const { y, text } of read.flatMap(({ lines }) => lines)) expect(y, text).toBeLessThan(271);
  });

  test("an address that is longer than half a line has a line to itself", async () => {
    const issue = weeklyOf(3, []);
    await isWhole({ ...issue, imprint: { ...issue.imprint, email: "yunchuanshizhengfuxinxike@yunchuan.example" } });
  });

  test("contents of a hundred stories", async () => {
    const entries = Array.from({ length: 100 }, (_, at) => story([`第${at}则`], [paragraph("会议召开。")]));
    const issue = issueOf({ settings: { ...defaultSettings, contents: true }, sections: [{ title: "", entries }] });
    const read = await readPdf(typeset(press(), issue).pdf());
    const titles = read.flatMap(({ lines }) => lines.filter(({ text, y }) => /^第\d+则\./.test(text) && y < 262));
    expect(titles.length).toBe(100);
  });
});

describe("nothing", () => {
  test.each(["weekly", "flash"] as const)("an empty %s has its head and foot on one page", async (layout) => {
    const { pages } = await isWhole(issueOf({ layout }));
    expect(pages.count).toBe(1);
  });

  test("empty sections, entries, blocks, lists and imprint", async () => {
    const blocks = [paragraph(""), paragraph(" \n "), tableOf(0, 0), figure("nowhere", "")];
    const imprint = { editors: "", reviewers: "", signer: "", phone: "", email: "", copies: 0 };
    const sections = [
      { title: "空栏目", entries: [] },
      { title: "", entries: [story([], blocks), story([""], [])] },
    ];
    await isWhole(issueOf({ sections, imprint, lists: [{ label: "报", addressees: [""] }] }));
  });
});

test("a template with an error names its file and its line", () => {
  const broken = newPress({ "foot.typ": '#let at-the-foot() = {\n  "never used"\n}\n#no-such-thing' });
  expect(() => typeset(broken, issueOf())).toThrow(TemplateError);
  expect(() => typeset(broken, issueOf())).toThrow(/^foot\.typ:4: unknown variable: no-such-thing/);
});
