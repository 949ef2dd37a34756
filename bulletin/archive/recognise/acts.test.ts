import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { join, move, relabel, reword, split } from "./acts";
import { assemble } from "./assemble";
import { asJson } from "./json";
import type { Label, Piece } from "./pieces";
import { piecesSchema } from "./pieces";
import { recognise } from "./recognise";
import { typedOf } from "./shown";

const text = `工作周报
第 3 期
青禾县委办公室
2023年2月6日

【要闻】

县委召开农村工作会议

2月1日，县委召开农村工作会议，部署春耕生产。

会议要求备足农资。

【动态】

2月2日，县农技中心派出三个小组下乡指导。

2月3日，县供销社调运化肥五百吨。

报：市委办公室。
`;
const { pieces } = recognise(text);

const found = (start: string, from: Piece[] = pieces) => {
  const piece = from.find((each) => each.text.startsWith(start));
  if (!piece) throw new Error(start);
  return piece;
};
const entries = (all: Piece[]) =>
  asJson(assemble(all), "f").issues.flatMap(({ sections }) =>
    sections.map(({ title, entries: own }) => [
      title,
      ...own.map((each) => [
        ...each.title,
        ...each.blocks.map((block) => (block.type === "paragraph" ? block.text : block.type)),
      ]),
    ]),
  );

describe("what a person corrects", () => {
  test("pieces are plain data, each at its place in the file", () => {
    expect(piecesSchema.parse(JSON.parse(JSON.stringify(pieces)))).toEqual(pieces);
    const lines = text.split("\n");
    for (const { line, from, to, text: own } of pieces) expect(lines[line - 1]?.slice(from, to)).toBe(own);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
  });

  test("relabel: a brief becomes part of the one above, a paragraph a section; the rest keeps its labels", () => {
    const changed = relabel(pieces, found("2月3日").id, "paragraph");
    expect(entries(changed)[1]).toEqual([
      "动态",
      ["2月2日，县农技中心派出三个小组下乡指导。", "2月3日，县供销社调运化肥五百吨。"],
    ]);
    const section = relabel(pieces, found("县委召开").id, "section");
    expect(entries(section)[1]?.[0]).toBe("县委召开农村工作会议");
    expect(section.filter((each, at) => each.label !== pieces[at]?.label)).toHaveLength(1);
    expect(found("县委召开", section)).toMatchObject({ confidence: 1, why: "byHand" });
  });

  test("join puts a paragraph to the one before, split takes it apart again", () => {
    const joined = join(pieces, found("会议要求").id);
    expect(entries(joined)[0]).toEqual([
      "要闻",
      ["县委召开农村工作会议", "2月1日，县委召开农村工作会议，部署春耕生产。会议要求备足农资。"],
    ]);
    const apart = split(pieces, found("2月1日").id, "2月1日，县委召开农村工作会议，".length);
    expect(entries(apart)[0]?.[1]).toHaveLength(4);
    expect(split(pieces, found("2月1日").id, 0)).toEqual(pieces);
    const [first] = pieces;
    expect(join(pieces, first?.id ?? "")).toEqual(pieces);
  });

  test("split of a brief makes two, of a headline two lines", () => {
    const two = split(pieces, found("2月2日").id, "2月2日，县农技中心派出".length);
    expect(entries(two)[1]).toHaveLength(4);
    const lines = split(pieces, found("县委召开").id, 4);
    expect(entries(lines)[0]?.[1]?.slice(0, 2)).toEqual(["县委召开", "农村工作会议"]);
  });

  test("what is bold is cut and typed in without its marks in the way, and stays bold", () => {
    const [line] = recognise("**县委召开农村工作会议**部署**春耕**生产。").pieces;
    const piece = { ...(line as Piece), label: "paragraph" as const };
    const halves = (at: number) => split([piece], piece.id, at).map((each) => each.text);
    expect(halves(10)).toEqual(["**县委召开农村工作会议**", "部署**春耕**生产。"]);
    expect(halves(12)).toEqual(["**县委召开农村工作会议**部署", "**春耕**生产。"]);
    expect(halves(4)).toEqual(["**县委召开**", "**农村工作会议**部署**春耕**生产。"]);
    const cut = split([piece], piece.id, 4);
    expect(cut.map(({ id, from }) => id === `1:${from}`)).toEqual([true, true]);
    expect([cut[0]?.from, cut[0]?.to, cut[1]?.to]).toEqual([piece.from, cut[1]?.from, piece.to]);
    const entity = { ...piece, text: "甲&nbsp;乙 丙&amp;丁", label: "paragraph" as const };
    expect(split([entity], piece.id, 3).map((each) => typedOf(each))).toEqual(["甲 乙", "丙&丁"]);
    const typed = (text: string) => reword([piece], piece.id, text)[0]?.text;
    expect(typed("县委召开农林工作会议部署春耕生产。")).toBe("**县委召开农林工作会议**部署**春耕**生产。");
    expect(typed("县委召开农村工作会议研究春耕生产。")).toBe("**县委召开农村工作会议**研究**春耕**生产。");
    expect(reword(reword([piece], piece.id, "别的。"), piece.id, "县委召开农村工作会议部署春耕生产。")[0]?.read).toBe(
      piece.text,
    );
  });

  test("whatever is typed stands there as it was typed, and can be cut anywhere", () => {
    const word = fc.stringMatching(/^[县委春耕3#>\\（）%]{0,6}$/);
    const marked = fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        marked,
        fc.stringMatching(/^[县委春耕3*#>\\ ]{1,12}$/),
        fc.integer({ min: 1, max: 12 }),
        (runs, typed, at) => {
          fc.pre(typed.trim() !== "");
          const text = runs.map(([each, bold]) => (bold && each ? `**${each}**` : each)).join("");
          const piece: Piece = {
            id: "1:0",
            line: 1,
            from: 0,
            to: text.length,
            text,
            label: "paragraph",
            confidence: 1,
          };
          const [now] = reword([piece], piece.id, typed);
          expect(typedOf(now as Piece).trim()).toBe(typed.trim());
          const parts = split([now as Piece], piece.id, at);
          expect(
            parts
              .map((each) => typedOf(each))
              .join("")
              .replace(/\s/g, ""),
          ).toBe(typed.replace(/\s/g, ""));
          expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
        },
      ),
    );
  });

  test("move takes an entry to another section, with what goes on from it", () => {
    const cut = join(pieces, found("会议要求").id);
    const ids = [found("县委召开").id, found("2月1日").id];
    const moved = move(cut, ids, found("2月3日").id);
    expect(entries(moved)[0]).toEqual(["要闻"]);
    expect(entries(moved)[1]?.map((each) => each?.[0])).toEqual([
      "动",
      "2月2日，县农技中心派出三个小组下乡指导。",
      "县委召开农村工作会议",
      "2月3日，县供销社调运化肥五百吨。",
    ]);
    expect(move(pieces, ids, "99:0")).toEqual(pieces);
    expect(move(pieces, [found("报：").id], null).at(-1)?.text).toBe("报：市委办公室。");
  });

  test("a masthead line in the middle begins another issue; what is put outside is listed", () => {
    const two = relabel(pieces, found("2月3日").id, "publication");
    expect(assemble(two).issues).toHaveLength(2);
    const outside = assemble(relabel(pieces, found("会议要求").id, "leftover"));
    expect(outside.leftovers).toEqual([{ line: 12, text: "会议要求备足农资。", reason: "leftover" }]);
    expect(outside.coverage).toBeLessThan(1);
  });

  test("page numbers and running heads are put aside, and are no part of the text that is to be held", () => {
    const numbered =
      "县政务周报\n第 4 期\n\n县委召开农村工作会议\n\n2月1日，县委召开农村工作会议，部署\n— 1 —\n春耕生产。";
    const { coverage, held, leftovers } = recognise(numbered).recognised;
    expect(leftovers).toEqual([{ line: 7, text: "— 1 —", reason: "furniture" }]);
    expect(coverage).toBeLessThan(1);
    expect(held).toBe(1);
  });

  test("a label that promises what is not there counts for nothing, and its line is kept", () => {
    const wrong = assemble(relabel(pieces, found("会议要求").id, "number"));
    expect(wrong.issues.flatMap(({ mastheadOther }) => mastheadOther)).toEqual(["会议要求备足农资。"]);
    const labels: Label[] = [
      "copies",
      "date",
      "total",
      "phone",
      "list",
      "region",
      "caption",
      "tableRow",
      "contentsLine",
    ];
    for (const label of labels) {
      const json = JSON.stringify(asJson(assemble(relabel(pieces, found("会议要求").id, label)), "f"));
      expect(json).toContain("会议要求备足农资");
    }
  });
});
