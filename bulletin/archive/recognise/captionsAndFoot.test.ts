import { expect, it } from "vitest";
import { markedText } from "../../text/files/marked";
import type { Block, Cell } from "../../text/model";
import { recognise } from "./recognise";

const head = "青禾市\n工作周报\n第 9 期\n青禾市政协办公室　2024年3月4日\n\n※重要会议※\n\n";
const story = "**市政协召开主席会议**\n\n3月1日，市政协召开主席会议，听取了各专委会的工作汇报。\n\n";

const issueIn = (text: string) => recognise(text).recognised.issues[0];

it("a plain line below a picture is its caption, also with the blank line of a Word file", () => {
  const text = `${head}${story}![会场](image:x)\n\n会场\n\n会议要求，各专委会抓紧落实。\n`;
  const [entry] = issueIn(text)?.sections[0]?.entries ?? [];
  expect(entry?.blocks.map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph"]);
  expect(entry?.blocks[1]).toMatchObject({ caption: "会场" });
});

it("a headline below a picture stays a headline", () => {
  const text = `${head}${story}![会场](image:x)\n\n**市政协视察湿地**\n\n3月2日，市政协组织委员视察湿地，察看了补水情况。\n`;
  expect(issueIn(text)?.sections[0]?.entries.map(({ title }) => title[0])).toEqual([
    "市政协召开主席会议",
    "市政协视察湿地",
  ]);
});

it("the copies are read at the end of the line of the printing, as GB/T 9704 sets them", () => {
  const foot = "报：市委各常委。\n编辑：李明　审核：张伟国\n青禾市政协办公室　2024年3月4日印发　　共印60份\n";
  expect(issueIn(`${head}${story}${foot}`)?.imprint).toMatchObject({
    printed: "青禾市政协办公室　2024年3月4日印发",
    copies: 60,
  });
});

const cell = (text: string): Cell => ({ runs: [{ text }], colspan: 1, rowspan: 1 });
const table = (...rows: string[][]): Block => ({ type: "table", rows: rows.map((row) => row.map(cell)) });

it("a table that only places lines is read as those lines, one of figures stays a table", () => {
  const foot = markedText([table(["报：市委各常委。\n送：市政府办公室。"], ["编辑：李明"])]);
  expect(foot.split("\n\n")).toEqual(["报：市委各常委。", "送：市政府办公室。", "编辑：李明"]);
  expect(markedText([table(["编辑：李明", "审核：张伟国"], ["电话：1234", "共印60份"])])).not.toContain("|");
  expect(markedText([table(["单位", "立案"], ["云岭县", "92"])])).toBe("| 单位 | 立案 |\n| 云岭县 | 92 |");
  const issue = issueIn(`${head}${story}${foot}`);
  expect(issue?.distribution.map(({ label }) => label)).toEqual(["报", "送"]);
});
