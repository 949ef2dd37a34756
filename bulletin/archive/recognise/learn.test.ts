import { describe, expect, test } from "vitest";
import { relabel } from "./acts";
import { assemble } from "./assemble";
import { asJson } from "./json";
import { learn } from "./learn";
import type { Label, Piece } from "./pieces";
import { noProfile, type Profile, profileSchema } from "./profile";
import { recognise } from "./recognise";

const head = (number: number) => `青禾通讯\n第 ${number} 期\n青禾县委办公室\n2023年3月${number}日\n\n`;

/** Titles with their entries, each by its headline or the beginning of its text. */
const outline = (pieces: Piece[]) =>
  asJson(assemble(pieces), "f").issues.flatMap(({ sections }) =>
    sections.map(({ title, entries }) => [
      title,
      ...entries.map(
        (each) => each.title[0] ?? (each.blocks[0]?.type === "paragraph" ? each.blocks[0].text.slice(0, 6) : ""),
      ),
    ]),
  );

const corrected = (text: string, changes: [start: string, label: Label][], profile: Profile = noProfile) => {
  const { pieces } = recognise(text, profile);
  const after = changes.reduce((all, [start, label]) => {
    const piece = all.find((each) => each.text.startsWith(start));
    if (!piece) throw new Error(`${start} is no piece`);
    return relabel(all, piece.id, label);
  }, pieces);
  return { after, profile: learn(pieces, after, profile) };
};

describe("what a correction teaches about a publication", () => {
  test("that a section title without marks is one", () => {
    const issue = (number: number, story: string) =>
      `${head(number)}田间地头灯下夜话\n\n${story}\n\n3月1日，全县备耕工作会议召开，各乡镇作了发言。\n`;
    const first = issue(4, "全县备耕工作会议召开");
    const { profile } = corrected(first, [
      ["田间地头", "section"],
      ["全县备耕", "headline"],
    ]);
    const second = issue(5, "农机检修基本完成");
    expect(outline(recognise(second).pieces)).not.toEqual([["田间地头灯下夜话", "农机检修基本完成"]]);
    expect(outline(recognise(second, profile).pieces)).toEqual([["田间地头灯下夜话", "农机检修基本完成"]]);
  });

  test("that bold lines alone are sections here, and the numbered lines below them headlines", () => {
    const issue = (number: number, names: string[]) =>
      head(number) +
      names
        .map((name) => `**${name}走笔散记与见闻选**\n\n1.某乡做了一件事\n\n某乡在村口修了一座桥，群众出行方便了。\n\n`)
        .join("");
    const { profile, after } = corrected(issue(4, ["东片", "西片"]), [
      ["**东片", "section"],
      ["**西片", "section"],
    ]);
    expect(outline(after).map(([title]) => title)).toEqual(["东片走笔散记与见闻选", "西片走笔散记与见闻选"]);
    const next = recognise(issue(5, ["南片", "北片"]), profile).pieces;
    expect(outline(next)).toEqual([
      ["南片走笔散记与见闻选", "1.某乡做了一件事"],
      ["北片走笔散记与见闻选", "1.某乡做了一件事"],
    ]);
  });

  test("that a mark leads no brief here, or that it does", () => {
    const issue = (number: number) =>
      `${head(number)}【动态】\n\n全县植树节活动启动\n\n3月1日，植树节活动启动。\n\n●县直单位种树三千棵。\n\n●各乡镇种树五千棵。\n`;
    expect(outline(recognise(issue(4)).pieces)[0]).toHaveLength(4);
    const { profile } = corrected(issue(4), [
      ["●县直", "paragraph"],
      ["●各乡", "paragraph"],
    ]);
    expect(profile.leads).toEqual({ "●": false });
    expect(outline(recognise(issue(5), profile).pieces)).toEqual([["动态", "全县植树节活动启动"]]);
  });

  test("that a line is the head of the page, by its shape and not by its number", () => {
    const issue = (number: number) =>
      `${head(number)}【动态】\n\n3月1日，县里开会。\n\n青禾之窗（${number}）\n\n3月2日，县里又开会。\n`;
    const { profile } = corrected(issue(4), [["青禾之窗", "furniture"]]);
    const { recognised } = recognise(issue(5), profile);
    expect(recognised.leftovers).toEqual([{ line: 10, text: "青禾之窗（5）", reason: "furniture" }]);
  });

  test("a later correction overrules an earlier one, and what nobody changed teaches nothing", () => {
    const text = `${head(4)}【动态】\n\n3月1日，县里开会。\n`;
    const { profile } = corrected(text, [["【动态】", "headline"]]);
    expect(profile.styles).toEqual({ "【】": "headline" });
    const again = corrected(text, [["【动态】", "section"]], profile).profile;
    expect(again.styles).toEqual({ "【】": "section" });
    expect(again.lines).toEqual({ 动态: "section" });
    const { pieces } = recognise(text);
    expect(learn(pieces, pieces, noProfile)).toEqual(noProfile);
    expect(profileSchema.parse(JSON.parse(JSON.stringify(again)))).toEqual(again);
  });
});
