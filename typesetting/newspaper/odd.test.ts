import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { PressImage, PressIssue } from "../document";
import { Engine } from "../engine";
import { facesFor } from "../faces/faces";
import { templatesIn } from "../templates";
import { figure, heading, paragraph } from "../testing/issues";
import { typesetNewspaper } from "./newspaper";
import { article, chance, newspaperOf, paragraphs } from "./testing";

const root = path.resolve(import.meta.dirname, "../..");
const faces = facesFor({ own: path.join(root, "fonts"), root });
const engine = new Engine(faces.files, templatesIn(path.join(root, "typesetting/templates")));
const set = (issue: PressIssue) => typesetNewspaper({ engine, faces }, issue);
const next = chance(5);
const page = (...entries: PressIssue["sections"][number]["entries"]) => [{ title: "要闻", entries }];
const han = "云川市政务信息工作会议强调要把群众的小事当作大事来办";
const long = (length: number) => han.repeat(Math.ceil(length / han.length)).slice(0, length);

async function picture(width: number, height: number): Promise<PressImage> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: "#8a9a86" } })
    .png()
    .toBuffer();
  return { bytes: new Uint8Array(bytes), width, height };
}

let images: Record<string, PressImage>;
beforeAll(async () => {
  images = {
    dot: await picture(1, 1),
    banner: await picture(20_000, 60),
    scroll: await picture(60, 4000),
    plain: await picture(1200, 800),
  };
});

describe("what no editor means to print", () => {
  const odd: [string, () => PressIssue, number?][] = [
    ["nothing", () => newspaperOf({ sections: [] }), 1],
    [
      "a page without stories",
      () =>
        newspaperOf({
          sections: [
            { title: "", entries: [] },
            { title: "综合", entries: [] },
          ],
        }),
      2,
    ],
    [
      "one story",
      () => newspaperOf({ sections: page(article("a", ["清渠引水润良田"], paragraphs(300, next), { rank: 1 })) }),
      1,
    ],
    ["one brief", () => newspaperOf({ sections: page(article("a", ["夜读"], [paragraph(long(40))], { rank: 4 })) }), 1],
    [
      "forty briefs",
      () =>
        newspaperOf({
          sections: page(
            ...Array.from({ length: 40 }, (_, at) =>
              article(`b${at}`, ["夜读"], [paragraph(long(30 + 5 * at))], { rank: 4 }),
            ),
          ),
        }),
    ],
    [
      "forty stories",
      () =>
        newspaperOf({
          sections: page(
            ...Array.from({ length: 40 }, (_, at) =>
              article(`b${at}`, [long(8 + (at % 9))], paragraphs(200 + 20 * at, next), { rank: at ? 3 : 1 }),
            ),
          ),
        }),
    ],
    [
      "a text of 20,000 characters",
      () => newspaperOf({ sections: page(article("a", ["全文刊登"], paragraphs(20_000, next), { rank: 1 })) }),
    ],
    [
      "one paragraph of 20,000 characters",
      () => newspaperOf({ sections: page(article("a", ["全文刊登"], [paragraph(long(20_000))])) }),
    ],
    [
      "Latin of 6,000 characters",
      () =>
        newspaperOf({
          sections: page(article("a", ["Report"], [paragraph("the quick county office reports ".repeat(200))])),
        }),
    ],
    [
      "a word of 6,000 characters",
      () => newspaperOf({ sections: page(article("a", ["Report"], [paragraph("x".repeat(6000))])) }),
    ],
    [
      "punctuation only",
      () => newspaperOf({ sections: page(article("a", ["……"], [paragraph("……——，。！".repeat(900))])) }),
    ],
    [
      "a story without text",
      () => newspaperOf({ sections: page(article("a", ["只有题目"], []), article("b", [], [])) }),
      1,
    ],
    [
      "a headline of 200 characters",
      () =>
        newspaperOf({
          sections: page(
            article("a", [long(200)], paragraphs(300, next), { rank: 1, kicker: long(110), deck: long(119) }),
          ),
        }),
      1,
    ],
    [
      "a headline of 200 characters over one column",
      () => newspaperOf({ sections: page(article("a", [long(200)], paragraphs(300, next), { columns: 1 })) }),
      1,
    ],
    [
      "a headline of 3,000 characters",
      () =>
        newspaperOf({
          sections: page(article("a", [long(3000)], paragraphs(300, next), { kicker: long(900), deck: long(900) })),
        }),
    ],
    [
      "headings only",
      () =>
        newspaperOf({
          sections: page(
            article(
              "a",
              ["提纲"],
              Array.from({ length: 90 }, () => heading(1, long(12))),
            ),
          ),
        }),
    ],
    [
      "pictures of every shape",
      () =>
        newspaperOf({
          images,
          sections: page(
            article(
              "a",
              ["照片"],
              [
                figure("dot"),
                figure("banner"),
                figure("scroll"),
                figure("plain"),
                figure("lost"),
                ...paragraphs(900, next),
              ],
              { rank: 1 },
            ),
          ),
        }),
    ],
    [
      "pictures only",
      () =>
        newspaperOf({
          images,
          sections: page(
            ...["dot", "banner", "scroll", "plain", "lost"].map((name) =>
              article(name, ["照片"], [figure(name, long(100))]),
            ),
          ),
        }),
    ],
    [
      "thirty pictures in a story",
      () =>
        newspaperOf({
          images,
          sections: page(
            article("a", ["照片"], [...Array.from({ length: 30 }, () => figure("plain")), ...paragraphs(900, next)]),
          ),
        }),
    ],
    ["a table of 400 rows", () => newspaperOf({ sections: page(article("a", ["名单"], [tableOf(400, 4)])) })],
    ["a table of 30 columns", () => newspaperOf({ sections: page(article("a", ["名单"], [tableOf(6, 30)])) })],
    [
      "a cell of 20,000 characters",
      () =>
        newspaperOf({
          sections: page(article("a", ["名单"], [{ type: "table", rows: [[{ runs: [{ text: long(20_000) }] }]] }])),
        }),
    ],
    [
      "everything boxed",
      () =>
        newspaperOf({
          sections: page(
            ...Array.from({ length: 9 }, (_, at) =>
              article(`b${at}`, [long(9)], paragraphs(700, next), { boxed: true, kicker: "评论" }),
            ),
          ),
        }),
    ],
    [
      "one column wanted by all",
      () =>
        newspaperOf({
          sections: page(
            ...Array.from({ length: 9 }, (_, at) =>
              article(`b${at}`, [long(9)], paragraphs(900, next), { columns: 1 }),
            ),
          ),
        }),
    ],
    [
      "more columns than there are",
      () => newspaperOf({ sections: page(article("a", ["太宽"], paragraphs(300, next), { columns: 6 })) }),
      1,
    ],
    [
      "lists without end",
      () =>
        newspaperOf({
          sections: page(article("a", ["一稿"], paragraphs(300, next))),
          lists: [{ label: "报", addressees: Array.from({ length: 300 }, (_, at) => `第${at}办公室`) }],
        }),
    ],
    [
      "an editor's note",
      () =>
        newspaperOf({
          editorNote: long(200),
          sections: page(article("a", ["一稿"], paragraphs(600, next), { rank: 1 })),
        }),
      1,
    ],
    [
      "a title of twenty characters",
      () =>
        newspaperOf(
          {
            masthead: {
              ...newspaperOf().masthead,
              title: long(20),
              region: "云川市",
              tentative: true,
              total: "总第88期",
            },
          },
          { slogan: [long(40), "二", "三", "四"], ears: { left: long(60), right: long(60) } },
        ),
      1,
    ],
  ];
  for (const [name, issue, count] of odd)
    it(name, () => {
      const pages = set(issue());
      if (count) expect(pages.count).toBe(count);
      expect(pages.pdf().length).toBeGreaterThan(1000);
      const { paper } = { paper: { width: 842, height: 1191 } };
      for (const { x, y } of pages.marks) {
        expect(x).toBeLessThan(paper.width - 40);
        expect(y).toBeLessThan(paper.height - 30);
      }
    });
});

describe("the same issue", () => {
  it("gives the same bytes, also after others were set", () => {
    const issue = newspaperOf({ sections: page(article("a", ["一稿"], [paragraph(long(3000))], { rank: 1 })) });
    const first = set(issue).pdf();
    set(newspaperOf());
    expect(Buffer.compare(set(issue).pdf(), first)).toBe(0);
  });
});

describe("what did not come out as wanted", () => {
  it("is said", () => {
    const wide = newspaperOf({ sections: page(article("a", ["太宽"], paragraphs(300, next), { columns: 6 })) });
    expect(set(wide).unplaced).toContainEqual({ entry: "a", reason: "tooWide", values: { wanted: 6, columns: 5 } });
    const brief = newspaperOf({ sections: page(article("b", ["长简讯"], [paragraph(long(900))], { rank: 4 })) });
    expect(set(brief).unplaced).toContainEqual({ entry: "b", reason: "tooLongForBrief", values: {} });
    const full = newspaperOf({
      sections: page(...Array.from({ length: 12 }, (_, at) => article(`c${at}`, [long(9)], paragraphs(1200, next)))),
    });
    expect(set(full).unplaced.map(({ reason }) => reason)).toContain("movedToPage");
  });
});

function tableOf(rows: number, columns: number): PressIssue["sections"][number]["entries"][number]["blocks"][number] {
  const row = (y: number) =>
    Array.from({ length: columns }, (_, x) => ({
      runs: [{ text: `${y}行${x}栏` }],
      ...(y ? {} : { header: true as const }),
    }));
  return { type: "table", rows: Array.from({ length: rows }, (_, y) => row(y)) };
}
