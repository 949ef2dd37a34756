import { describe, expect, it } from "vitest";
import { validateFileName } from "yauzl";
import { foldersOf, nameOf } from "./issuesOfYear";

describe("where an issue stands in the file of a year", () => {
  it("is in a folder of its publication alone, whatever that is called", () => {
    const names = [
      "A/B",
      "A_B",
      "a_b",
      "A_B_2",
      "..",
      ".",
      "...",
      "_",
      "周报.",
      "周报 ",
      "周报_",
      "信息快报",
      "a\\..\\b",
    ];
    const folders = [...foldersOf([...names, "A/B"]).values()];
    expect(folders).toHaveLength(names.length);
    expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(names.length);
    for (const folder of folders) {
      expect(validateFileName(`data/${folder}/2026-001.json`)).toBeNull();
      expect(folder).toMatch(/^[^\\/:*?"<>|]*[^. ]$/);
    }
    expect(folders).toContain("信息快报");
  });

  it("is under a name of its own, of however many that bear the number", () => {
    const of = (twin: number) => nameOf({ year: 2026, series: "regular", number: 19, edition: 1, twin });
    expect([1, 2, 26, 27, 28, 53].map(of)).toEqual([
      ...["2026-019", "2026-019-b", "2026-019-z", "2026-019-aa", "2026-019-ab", "2026-019-ba"],
    ]);
    const all = Array.from({ length: 9_999 }, (_, at) => of(at + 1));
    expect(new Set(all).size).toBe(all.length);
  });
});
