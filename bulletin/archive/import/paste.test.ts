import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../../testing/database";
import { type House, house } from "../../testing/people";
import { takePasted } from "./paste";

onDatabase();

let people: House;
beforeEach(async () => {
  people = await house();
});

async function pasted(html: string, text: string): Promise<string> {
  const { id } = await takePasted(people.editor, { html, text });
  return (await db.importedFile.findUniqueOrThrow({ where: { id } })).text;
}

describe("what was copied out of Word", () => {
  it("keeps its headings where the text with marks says all", async () => {
    const html = "<h1>春耕会议召开</h1><p>一、<b>早安排</b>早动手。</p><table><tr><td>县</td><td>亩</td></tr></table>";
    const text = "春耕会议召开\n1．一、早安排早动手。\n县\t亩\n";
    expect(await pasted(html, text)).toMatch(/^# 春耕会议召开[\s\S]*\*\*早安排\*\*/);
  });

  it("keeps them also where it is long, and is read apart", async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => `第${at}次会议在青禾市召开`);
    const html = `<h1>${lines[0]}</h1>${lines.map((line) => `<p class="MsoNormal">${line}</p>`).join("")}`;
    expect(html.length).toBeGreaterThan(100_000);
    const text = await pasted(html, [lines[0], ...lines].join("\n"));
    expect(text).toMatch(/^# 第0次会议[\s\S]*第2999次会议在青禾市召开/);
  });

  it.each(["<head>", "<xml/>", "<title>", "<!--", "<style>"])(
    "is taken as plain text where %s hides some of it",
    async (hiding) => {
      const text = "青禾工作周报\n第1期\n第二段正文，不应当丢。";
      const html = `<p>青禾工作周报</p><p>第1期</p>${hiding}<p>第二段正文，不应当丢。</p>`;
      expect(await pasted(html, text)).toBe(text);
    },
  );
});
