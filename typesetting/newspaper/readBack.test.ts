import { describe, expect, it } from "vitest";
import { drawnNewspaper } from "../testing/drawnNewspaper";
import { isWholeNewspaper } from "../testing/isWholeNewspaper";

describe("the PDF of a newspaper", () => {
  it("has every text, the lead in two parts with a note at each, and the nameplate at its place", async () => {
    const issue = await drawnNewspaper();
    const { pages, read, jumps } = await isWholeNewspaper(issue);
    expect(pages.count).toBe(2);
    expect(jumps).toBeGreaterThanOrEqual(1);
    const [first, second] = read;
    const title = first?.lines.find(({ text }) => text.replace(/\s/g, "").includes("云川日报"));
    expect(title?.y).toBeLessThan(80);
    expect(first?.pictures.length).toBe(2);
    for (const page of [first, second])
      for (const { left, right, text } of page?.lines ?? []) {
        expect(left, text).toBeGreaterThan(10);
        expect(right, text).toBeLessThan(297 - 10);
      }
  });
});
