import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringsOf } from "./coverage";
import { recognise } from "./recognise";
import { significant } from "./significant";
import { damages } from "./testing/damaged";
import { issueData } from "./testing/issueData";
import { manner, printed } from "./testing/printed";

const line = "会议强调，要把任务落实到地块和人头，惠及群众3217户，既要解决眼前的难处，也要想到长远。";

/** Each is large enough that work growing with its square would not end within the time of a test. */
const large: Record<string, string> = {
  "a line of a million characters": line.repeat(25_000),
  "a million characters without a mark": "一".repeat(1_000_000),
  digits: "1".repeat(4_000_000),
  blanks: `${" ".repeat(2_000_000)}x${" ".repeat(2_000_000)}`,
  stars: "*".repeat(2_000_000),
  "open brackets": "（".repeat(1_000_000),
  "spaced-out words": "编 ".repeat(200_000),
  "words of a foot": "编辑：".repeat(100_000),
  pipes: "|".repeat(200_000),
  "many paragraphs": `${line}\n\n`.repeat(10_000),
  "many mastheads": Array.from({ length: 2_000 }, (_, at) => `工作周报\n第 ${at} 期\n某某办公室\n2020年1月1日\n`).join(
    "",
  ),
  "titles and nothing else": "市政府召开会议\n".repeat(10_000),
  "sections and nothing else": "※重要会议※\n".repeat(10_000),
  "lists and nothing else": "报：甲，乙。\n".repeat(10_000),
  "a list without an end": `报：甲，${"\n乙，".repeat(20_000)}`,
  "datelines and nothing else": "本报讯（记者 张三）5月6日，某地做了某事。\n".repeat(10_000),
  "headlines, then their texts":
    "某地某事某物某人\n".repeat(2_000) + "本报讯（记者 张三）5月6日，某地做了某事。\n".repeat(2_000),
  "rows of a table": "| a | b |\n".repeat(15_000),
  "pictures and nothing else": "![a](image:k)\n".repeat(15_000),
};

describe("whatever is read in", () => {
  test.each(Object.keys(large))("%s", (name) => {
    const text = large[name] ?? "";
    const { pieces, recognised } = recognise(text);
    const read = pieces.reduce((sum, piece) => sum + piece.text.replace(/\s/g, "").length, 0);
    expect(read).toBe(text.replace(/\s/g, "").length);
    expect(recognised.coverage).toBeGreaterThanOrEqual(0);
  });

  test("every character is in one piece, and no text of the result is not in the file", () => {
    const parts = fc.constantFrom(
      ...[
        "第 3 期",
        "工作周报",
        "※会议※",
        "一、",
        "【】",
        "报：",
        "编 辑：",
        "**",
        "# ",
        "| a | b |",
        "---",
        "![图](image:x)",
      ],
      ...[
        "5月1日，",
        "市政协召开会议",
        "。",
        "，",
        "\n",
        "\n\n",
        "\f",
        "　　",
        " ",
        "本报讯（记者 张三）",
        "下转第2版",
        "— 3 —",
        "共印 50 份",
      ],
      ...[
        "2020年5月1日",
        "2020.13.45",
        "◆",
        "1.",
        "\u{20bb7}",
        "😀",
        "(",
        "）",
        "A",
        "-",
        "0",
        "\\",
        "*",
        "\u0000",
        "编者按：",
        "本期要目",
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (all) => {
        const text = all.join("");
        const { pieces, recognised } = recognise(text);
        expect(
          pieces
            .map((piece) => piece.text)
            .join("")
            .replace(/\s/g, "").length,
        ).toBe(text.replace(/\s/g, "").length);
        const source = significant(`x${text}`);
        const entries = recognised.issues.flatMap(({ sections }) => sections.flatMap((section) => section.entries));
        const counts = countsOf(source);
        for (const each of significant(entries.flatMap(stringsOf).join(""))) {
          const left = (counts.get(each) ?? 0) - 1;
          expect(left, `${each} was invented in ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(0);
          counts.set(each, left);
        }
      }),
      { numRuns: 400, seed: 9704 },
    );
  });

  test("what was printed stands in the result in its order, whatever a page did to it", () => {
    for (const [issue, how] of fc.sample(fc.tuple(issueData, manner), { numRuns: 40, seed: 9704 })) {
      const text = damages.pageCuts(printed(issue, how), (below) => below - 1);
      const { recognised } = recognise(text);
      expect(recognised.coverage).toBe(1);
      const source = significant(text);
      for (const each of recognised.issues.flatMap(({ sections }) =>
        sections.flatMap((section) => section.entries).flatMap(stringsOf),
      ))
        expect(source).toContain(significant(each));
    }
  });
});

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of text) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
