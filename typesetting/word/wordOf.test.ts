import { afterEach, expect, test, vi } from "vitest";
import { defaultSettings, type PressIssue } from "../document";
import { typeset } from "../press";
import { standIn } from "../standIn";
import { plainHan } from "../testing/everything";
import { brief, figure, heading, issueOf, paragraph, story } from "../testing/issues";
import { press } from "../testing/press";
import { arranged, pagesOfEntries } from "./arranged";
import { page, pitch, points } from "./measures";
import { documentOf, faultIn, partOf, partsOf, textOf, unzipped } from "./testing";
import { wordOf } from "./wordOf";

afterEach(() => {
  vi.useRealTimers();
});

const issue: PressIssue = issueOf({
  editorNote: "本期刊发一组做法。\n供参考。",
  settings: { ...defaultSettings, contents: true },
  sections: [
    {
      title: "重要会议",
      entries: [
        story(
          ["市政府召开推进会", "部署重点任务"],
          [
            paragraph("会议指出，要抓好落实。"),
            heading(1, "一、摸清底数"),
            heading(2, "（一）走访"),
            heading(3, "1. 登记"),
            { type: "list", ordered: true, items: [[{ text: "先规划" }], [{ text: "后施工" }]] },
            { type: "list", ordered: false, items: [[{ text: "建管并重" }]] },
          ],
        ),
        story(["老旧小区改造调度会召开"], [paragraph("调度会上，各区作了发言。")]),
      ],
    },
    { title: "工作简讯", entries: [brief("石桥区建成口袋公园。"), brief("11月20日，培训会召开。")] },
  ],
});

test("the same issue gives the same bytes, whenever it is made", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T08:00:00Z") });
  const first = await wordOf(issue);
  vi.setSystemTime(new Date("2031-02-03T04:05:06Z"));
  expect(Buffer.compare(await wordOf(issue), first)).toBe(0);
});

test("all parts are well-formed, and the text stands in the order of the page", async () => {
  const parts = await partsOf(issue);
  for (const [name, part] of parts)
    if (/\.(xml|rels)$/.test(name)) expect([name, faultIn(part.toString())]).toEqual([name, undefined]);
  const text = textOf(partOf(parts, "word/document.xml"));
  expect(text.split("\n").filter(Boolean)).toEqual([
    "内部资料　注意保存",
    "云川市",
    "工作周报",
    "第19期（总第613期）",
    "云川市人民政府办公室\t2026年11月20日",
    "本期要目",
    "市政府召开推进会　部署重点任务\t",
    "老旧小区改造调度会召开\t",
    "编者按：本期刊发一组做法。",
    "供参考。",
    "※ 重要会议 ※",
    "市政府召开推进会",
    "部署重点任务",
    "会议指出，要抓好落实。",
    "一、摸清底数",
    "（一）走访",
    "1. 登记",
    "先规划",
    "后施工",
    "建管并重",
    "老旧小区改造调度会召开",
    "调度会上，各区作了发言。",
    "※ 工作简讯 ※",
    "◆石桥区建成口袋公园。",
    "11月20日，培训会召开。",
    "报：江东省人民政府办公厅，市委常委，市人大常委会主任、副主任，市政协主席、副主席。",
    "送：市委各部门，市人大常委会办公室，市政协办公室，市中级人民法院，市人民检察院，各民主党派、工商联。",
    "发：各县区人民政府，市政府各部门、各直属机构。",
    "编辑：方知微　许临川\t审核：齐若水",
    "电话：0999-6001234",
    "邮箱：xinxi@yunchuan.example",
    "云川市人民政府办公室　2026年11月20日印发\t共印60份",
  ]);
});

test("what is not signed bears a tentative number; what is not internal no marking; a flash no section's title", async () => {
  const masthead = { ...issue.masthead, internal: false, tentative: true, total: "", region: "" };
  const text = textOf(await documentOf({ ...issue, layout: "flash", masthead }));
  expect(text).toContain("第19期（拟）\n");
  expect(text).not.toContain("内部资料");
  expect(text).not.toContain("重要会议");
});

test("22 lines fit the type area", () => {
  const area = page.height - page.top - page.bottom;
  expect(Math.floor(area / points(pitch))).toBe(22);
});

test("every style that is used is there; headings have their levels in the navigation pane", async () => {
  const parts = await partsOf(issue);
  const styles = partOf(parts, "word/styles.xml");
  const defined = new Set([...styles.matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id));
  const used = [...parts].flatMap(([, part]) => [
    ...part.toString().matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="(\w+)"/g),
  ]);
  expect(used.length).toBeGreaterThan(50);
  // docx writes notes into every file, with styles of its own that nothing shows.
  const own = used.map(([, id]) => id).filter((id) => !id?.startsWith("Footnote") && !id?.startsWith("Endnote"));
  expect(own.filter((id) => !defined.has(id))).toEqual([]);
  const levels = [...styles.matchAll(/w:styleId="(Heading\d)">.*?<w:outlineLvl w:val="(\d)"/g)].map(([, id, level]) => [
    id,
    level,
  ]);
  expect(levels).toEqual([1, 2, 3, 4, 5].map((level) => [`Heading${level}`, String(level - 1)]));
  const xml = partOf(parts, "word/document.xml");
  const headings = [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"/g)].map(([, level]) => level);
  expect(headings).toEqual(["1", "2", "3", "4", "5", "2", "1"]);
});

test("the contents lead to the headlines", async () => {
  const xml = await documentOf(issue);
  const anchors = [...xml.matchAll(/w:anchor="(\w+)"/g)].map(([, name]) => name);
  expect(anchors).toEqual(["headline_1", "headline_2"]);
  expect([...xml.matchAll(/<w:bookmarkStart w:name="(\w+)" w:id="(\d+)"/g)].map(([, name]) => name)).toEqual(anchors);
  expect([...xml.matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(["1", "2"]);
});

test("each list counts from one, and the other lists have points", async () => {
  const parts = await partsOf(issue);
  const ids = [...partOf(parts, "word/document.xml").matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
  expect([ids.length, new Set(ids).size]).toEqual([3, 2]);
  expect(partOf(parts, "word/numbering.xml")).toContain(`<w:lvlText w:val="%1."/>`);
});

test("page numbers stand outside, in the middle, or nowhere", async () => {
  const footersOf = async (footer: "dashes" | "centre" | "none") => {
    const parts = await partsOf({ ...issue, settings: { ...issue.settings, footer } });
    expect(partOf(parts, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    return ["word/footer1.xml", "word/footer2.xml"].map((name) => {
      const xml = partOf(parts, name);
      return [/<w:jc w:val="(\w+)"/.exec(xml)?.[1], textOf(xml).trim(), xml.includes("PAGE")];
    });
  };
  expect(await footersOf("dashes")).toEqual([
    ["right", "—  —", true],
    ["left", "—  —", true],
  ]);
  expect(await footersOf("centre")).toEqual([
    ["center", "", true],
    ["center", "", true],
  ]);
  expect((await footersOf("none")).map(([, , numbered]) => numbered)).toEqual([false, false]);
});

test("a newspaper comes as the manuscript of its stories", async () => {
  const newspaper = {
    kicker: "引题在上",
    deck: "——副题在下",
    dateline: "本报讯（记者 方知微）",
    columns: 0,
    rank: 1 as const,
    boxed: false,
  };
  const text = textOf(
    await documentOf({
      ...issue,
      layout: "newspaper",
      lists: [],
      settings: {
        ...defaultSettings,
        newspaper: { ...defaultSettings.newspaper, slogan: ["求实"], latin: "YUNCHUAN" },
      },
      sections: [{ title: "要闻", entries: [{ ...story(["主题"], [paragraph("正文。")]), newspaper }] }],
    }),
  );
  const tail = text.slice(text.indexOf("YUNCHUAN")).split("\n").filter(Boolean);
  expect(tail).toEqual([
    "YUNCHUAN",
    "求实",
    "第19期（总第613期）",
    "云川市人民政府办公室\t2026年11月20日　星期五",
    "编者按：本期刊发一组做法。",
    "供参考。",
    "※ 第一版　要闻 ※",
    "引题在上",
    "主题",
    "——副题在下",
    "本报讯（记者 方知微）　正文。",
    "编辑：方知微　许临川",
  ]);
});

test("with the marks of the PDF photographs stand where they stand there, and the contents know the pages", async () => {
  const after = [paragraph(plainHan(5 * 28 - 2)), paragraph(plainHan(9 * 28 - 2))];
  const withLines = (count: number) =>
    issueOf({
      settings: { ...defaultSettings, contents: true },
      sections: [
        {
          title: "",
          entries: [
            story(
              ["第一条"],
              [...Array.from({ length: count }, () => paragraph(plainHan(26))), figure("canal"), ...after],
            ),
            story(["第二条"], [paragraph("完。")]),
          ],
        },
      ],
      images: { canal: standIn("canal", { width: 1500, height: 1000 }) },
    });
  const set = Array.from({ length: 14 }, (_, at) => at + 4).map((count) => {
    const issue = withLines(count);
    const { marks } = typeset(press(), issue);
    const blocks = arranged(issue, marks).sections[0]?.entries[0]?.blocks ?? [];
    return { issue, marks, moved: blocks[count]?.type !== "figure" };
  });
  // Where it would leave a hole it has moved, where it fits it has not.
  expect(new Set(set.map(({ moved }) => moved)).size).toBe(2);
  const { issue, marks } = set.find(({ moved }) => moved) ?? { issue: withLines(0), marks: [] };
  const document = partOf(unzipped(await wordOf(issue, marks)), "word/document.xml");
  expect(document.indexOf("<w:drawing")).not.toBe(-1);
  const shown = [...document.matchAll(/<w:fldSimple w:instr="PAGEREF[^"]*"[^>]*>.*?<w:t[^>]*>(\d+)</g)].map(
    ([, page]) => page,
  );
  expect(shown).toEqual([...pagesOfEntries(marks).values()].map(String));
});
