import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { article, newspaperOf } from "@/typesetting/newspaper/testing";
import { brief, issueOf, paragraph } from "@/typesetting/testing/issues";
import { setForGood, setPages, templateFault } from "./machine";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-templates-"));
  process.env.BIANFA_TEMPLATES = folder;
});
afterEach(() => {
  delete process.env.BIANFA_TEMPLATES;
  rmSync(folder, { recursive: true, force: true });
});

const own = (text: string) => writeFileSync(path.join(folder, "masthead.typ"), text);
const shipped = readFileSync("typesetting/templates/masthead.typ", "utf8");
const issue = issueOf({ sections: [{ title: "领导活动", entries: [brief("11月16日，市长到市图书馆调研。")] }] });
const lines = () => setPages(issue).svg();
const failing = `${shipped}\n#let masthead(head) = if head.title == "试排" { none } else { nowhere }\n`;

describe("a story of a newspaper", () => {
  it("is refused when it is longer than two pages, and named", () => {
    const long = article("a", ["一篇长文"], [paragraph("字".repeat(6_000)), paragraph("字".repeat(4_001))]);
    const refusal = expect.objectContaining({
      key: "tooLongForNewspaper",
      values: { title: "一篇长文", length: 10_001, max: 10_000 },
    });
    expect(() => setPages(newspaperOf({ sections: [{ title: "要闻", entries: [long] }] }))).toThrow(refusal);
  });
});

describe("an office's own templates", () => {
  it("take the place of those of the same name, without a restart", () => {
    const usual = lines();
    own(shipped.replaceAll("fill: red", "fill: blue"));
    expect(lines()).not.toBe(usual);
    expect(templateFault()).toBeNull();
    rmSync(path.join(folder, "masthead.typ"));
    expect(lines()).toBe(usual);
  });

  it("that do not compile are named with file and line, and the last good ones stay in use", () => {
    own(shipped.replaceAll("fill: red", "fill: blue"));
    const good = lines();
    own(`${shipped}\n#let broken = (\n`);
    expect(lines()).toBe(good);
    expect(templateFault()).toMatchObject({ file: "masthead.typ" });
    expect(templateFault()?.line).toBeGreaterThan(shipped.split("\n").length - 1);
  });

  it("that fail only on a real text are put aside, and the page is set with those that were good before", () => {
    own(shipped.replaceAll("fill: red", "fill: blue"));
    const good = lines();
    own(failing);
    expect(lines()).toBe(good);
    expect(templateFault()).toMatchObject({ file: "masthead.typ", line: shipped.split("\n").length + 1 });
  });

  it("that have set pages before stay, when one text is too much for them; that one is not signed", () => {
    own(
      `${shipped.replaceAll("fill: red", "fill: blue")}\n#let usual = masthead\n#let masthead(head) = if head.title == "难" { nowhere } else { usual(head) }\n`,
    );
    const good = lines();
    const hard = { ...issue, masthead: { ...issue.masthead, title: "难" } };
    expect(setPages(hard).count).toBe(1);
    expect(() => setForGood(hard)).toThrow(expect.objectContaining({ key: "templateFails" }));
    expect(templateFault()).toMatchObject({ file: "masthead.typ" });
    expect(lines()).toBe(good);
    expect(setForGood(issue).svg()).toBe(good);
  });

  it("that report no marks, or draw on no ground, are named like any other fault", () => {
    const page = readFileSync("typesetting/templates/page.typ", "utf8");
    for (const [line, broken] of [
      ["  report-marks()\n", ""],
      ['    paper: "a4",\n', '    paper: "a4",\n    fill: none,\n'],
    ] as const) {
      expect(page).toContain(line);
      writeFileSync(path.join(folder, "page.typ"), page.replace(line, broken));
      expect(setPages(issue).count).toBe(1);
      expect(templateFault()?.fault).toMatch(/report-marks|ground/);
    }
  });

  it("that never compiled leave the shipped ones in use", () => {
    const usual = lines();
    writeFileSync(path.join(folder, "foot.typ"), "#let at-the-foot(imprint, lists, alone) = nowhere\n");
    expect(lines()).toBe(usual);
    expect(templateFault()).toMatchObject({ file: "foot.typ", line: 1 });
  });
});
