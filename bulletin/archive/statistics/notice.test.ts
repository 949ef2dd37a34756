import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { unzipped } from "@/typesetting/word/testing";
import { onDatabase } from "../../testing/database";
import { distributed } from "../../testing/issues";
import { submitted } from "../../testing/items";
import { house, office } from "../../testing/people";
import { statisticsFilter } from "./filter";
import { noticeFor } from "./notice";

onDatabase();

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.map((page) => page.replace(/\s+/g, ""));
}

describe("the notice", () => {
  it("says the figures, lists every office, names the silent, and is signed and dated", async () => {
    travel(new Date("2026-03-02T09:00:00+08:00"));
    const people = await house();
    await submitted(people.writer, people.publication);
    await distributed(people, { items: [await submitted(people.writer, people.publication)] });
    travel(new Date("2026-03-09T09:00:00+08:00"));
    const asked = { publication: people.publication.id, period: "month", year: "2026", part: "3" };
    const { bytes, name, type } = await noticeFor(people.signer, statisticsFilter.parse(asked));
    expect(type).toBe("application/pdf");
    const title = `关于2026年3月《${people.publication.name}》信息采用情况的通报`;
    expect(name).toBe(`${title}.pdf`);
    const pages = await pagesOf(bytes);
    const [first, last] = [pages.join(""), pages.at(-1)];
    // The signature never stands alone on a page.
    expect(last).toMatch(/零报送的单位：.*云川市政协办公室2026年3月9日/);
    for (const part of [
      title,
      "各报送单位：",
      "截至2026年3月9日，1家单位报送稿件2篇，采用1篇，采用率50.0%。采用的稿件中，综合稿1篇。",
      "单位报送采用采用率综合稿简讯",
      "合计2150.0%10",
      "云川市政协办公室",
      "2026年3月9日",
    ])
      expect(first).toContain(part);
    expect(first).toMatch(/零报送的单位：.*（从未报送）/);
    expect(Buffer.from(bytes).toString("latin1")).toContain("pdfaid:part");
  });

  it("is a Word file with the same words and a table, where that is asked for", async () => {
    travel(new Date("2026-03-02T09:00:00+08:00"));
    const people = await house();
    await distributed(people);
    const { bytes, name, type } = await noticeFor(
      people.signer,
      statisticsFilter.parse({ publication: "all" }),
      "docx",
    );
    expect([name, type]).toEqual(["关于2026年信息采用情况的通报.docx", expect.stringContaining("wordprocessingml")]);
    const xml = unzipped(bytes).get("word/document.xml")?.toString("utf8") ?? "";
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, each]) => each).join("");
    expect(text).toContain("1家单位报送稿件1篇，采用1篇，采用率100.0%。");
    expect(text).toContain("合计11100.0%10");
    expect(xml).toContain("<w:tblHeader");
  });

  it("is as long as the roster: heads again on each page, text as typed", async () => {
    travel(new Date("2026-03-02T09:00:00+08:00"));
    const people = await house();
    for (let at = 0; at < 60; at++) await office({ shortName: at ? `第${at}区` : "#set $x$ =1" });
    const { bytes } = await noticeFor(people.editor, statisticsFilter.parse({ publication: "all", period: "year" }));
    const pages = await pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[1]).toContain("单位报送采用采用率");
    expect(pages.join("")).toContain("#set$x$=1");
    expect(pages.join("")).toContain("第59区");
  });
});
