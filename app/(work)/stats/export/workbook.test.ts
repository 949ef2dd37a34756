import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { exportOf } from "@/bulletin/archive/statistics/export";
import { statisticsFilter } from "@/bulletin/archive/statistics/filter";
import { onDatabase } from "@/bulletin/testing/database";
import { distributed } from "@/bulletin/testing/issues";
import { submitted } from "@/bulletin/testing/items";
import { house } from "@/bulletin/testing/people";
import { travel } from "@/lib/clock";
import messages from "@/messages/zh-CN";
import { unzipped } from "@/typesetting/word/testing";
import { workbookOf } from "./workbook";

onDatabase();

const say = createTranslator({ locale: "zh-CN", messages, namespace: "stats" });
const state = createTranslator({ locale: "zh-CN", messages, namespace: "states.item" });

/** The cells of a sheet as its XML has them: text from the shared strings, numbers with the format of their style. */
function cellsOf(files: Map<string, Buffer>, sheet: number): Record<string, { type: string; value: string }> {
  const [xml = "", strings = ""] = [`xl/worksheets/sheet${sheet}.xml`, "xl/sharedStrings.xml"].map((name) =>
    files.get(name)?.toString("utf8"),
  );
  const texts = [...strings.matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(([, text = ""]) => text);
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>(.*?)<\/v>)?/g)];
  return Object.fromEntries(
    cells.map(([, place = "", attributes = "", value = ""]) => {
      const type = /t="(\w+)"/.exec(attributes)?.[1] ?? "n";
      return [place, { type, value: type === "s" ? (texts[Number(value)] ?? "") : value }];
    }),
  );
}

describe("the workbook", () => {
  it("has four sheets with a head that stays, text as text, figures as numbers, days as dates", async () => {
    travel(new Date("2026-05-11T09:00:00+08:00"));
    const people = await house();
    const formula = '=HYPERLINK("http://example.cn","点这里")';
    await submitted(people.writer, people.publication, { headline: [formula] });
    await distributed(people, {
      items: [await submitted(people.writer, people.publication, { headline: ["@SUM(1)"] })],
    });
    const of = await exportOf(
      people.editor,
      statisticsFilter.parse({ publication: "all", period: "year", year: "2026" }),
    );
    const files = unzipped(await workbookOf(of, say, state, "zh-CN"));
    const names = [...(files.get("xl/workbook.xml")?.toString("utf8") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual(["各单位", "各期", "栏目", "明细"]);
    for (const sheet of [1, 2, 3, 4]) {
      const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)?.toString("utf8") ?? "";
      expect(xml).toContain('ySplit="1"');
      expect(xml).toContain('state="frozen"');
      expect(xml).not.toContain("<f>");
    }
    const offices = cellsOf(files, 1);
    expect(offices.A1).toEqual({ type: "s", value: "类别" });
    const row = Object.keys(offices)
      .find((place) => offices[place]?.value === people.writer.officeName)
      ?.slice(1);
    expect(offices[`C${row}`]).toEqual({ type: "n", value: "2" });
    expect(offices[`D${row}`]).toEqual({ type: "n", value: "1" });
    expect(offices[`E${row}`]).toEqual({ type: "n", value: "0.5" });
    // 2026-05-11, as days since 1899-12-30.
    expect(offices[`I${row}`]).toEqual({ type: "n", value: "46153" });
    const details = cellsOf(files, 4);
    expect(details.B2).toEqual({ type: "s", value: formula });
    expect(details.B3).toEqual({ type: "s", value: "@SUM(1)" });
    expect(details.C2).toEqual({ type: "n", value: "46153" });
  });
});
