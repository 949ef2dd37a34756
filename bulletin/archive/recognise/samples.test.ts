import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { asJson } from "./json";
import { recognise } from "./recognise";

/** The real bulletins that lie beside the repository; what is expected of them are counts and shapes. */
const folder = process.env.SAMPLES_DIR ?? path.resolve(import.meta.dirname, "../../../../shared/samples");
const read = (start: string) => {
  const name =
    existsSync(folder) && readdirSync(folder).find((each) => each.startsWith(start) && each.endsWith(".txt"));
  return name ? readFileSync(path.join(folder, name), "utf8") : null;
};
const [weekly, flash, page] = ["000_", "002_", "003_"].map(read);

/** Whether a paragraph goes to its end: what a page cut ends in the middle. */
const isWhole = (text: string) => /[。！？][”’）)]*$/.test(text.trim());

function seen(text: string) {
  const json = asJson(recognise(text).recognised, "sample");
  const paragraphs = json.issues
    .flatMap(({ sections }) => sections.flatMap(({ entries }) => entries.flatMap(({ blocks }) => blocks)))
    .flatMap((block) => (block.type === "paragraph" ? [block] : []));
  return { ...json, paragraphs };
}

describe.skipIf(!weekly)("the weekly 第 4 期", () => {
  const { issues, coverage, leftovers, paragraphs } = seen(weekly ?? "");
  const [issue] = issues;

  test("one issue, with its masthead", () => {
    expect(issues).toHaveLength(1);
    expect(issue).toMatchObject({ number: 4, year: 2020, date: "2020-02-03", publication: "工作周报" });
    expect(issue?.region).toHaveLength(3);
    expect(issue?.issuer).toHaveLength(8);
  });

  test("five sections: stories with headlines of one and two lines, and briefs", () => {
    const sections = issue?.sections ?? [];
    expect(sections.map(({ title }) => title?.length)).toEqual([4, 4, 4, 7]);
    expect(sections.map(({ entries }) => entries.map(({ title }) => title.length))).toEqual([
      [2],
      [1, 1, 2, 2],
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0],
    ]);
    expect(sections.map(({ entries }) => new Set(entries.map(({ kind }) => kind)))).toEqual(
      ["story", "story", "brief", "brief"].map((kind) => new Set([kind])),
    );
    expect(sections.flatMap(({ entries }) => entries.map(({ blocks }) => blocks.length)).slice(0, 5)).toEqual([
      12, 4, 5, 3, 2,
    ]);
    expect(sections.flatMap(({ entries }) => entries.filter(({ date }) => date?.startsWith("2020-0"))).length).toBe(15);
  });

  test("complete lists and imprint", () => {
    expect(issue?.distribution.map(({ label, addressees }) => [label, addressees.length])).toEqual([
      ["报", 5],
      ["送", 11],
    ]);
    expect(issue?.imprint.editors.map(({ length }) => length)).toEqual([3]);
    expect(issue?.imprint.reviewers.map(({ length }) => length)).toEqual([3]);
    expect(issue?.imprint.phone).toMatch(/^\d{4}-\d{7}$/);
    expect(issue?.imprint.email).toMatch(/@/);
    expect(issue?.imprint.copies).toBeNull();
  });

  test("nothing is dropped, and no paragraph is cut by a page", () => {
    expect(coverage).toBeGreaterThanOrEqual(0.995);
    expect(leftovers).toEqual([]);
    expect(paragraphs.filter(({ text }) => !isWhole(text))).toEqual([]);
  });
});

describe.skipIf(!flash)("the flash issues 第 84–89 期", () => {
  const { issues, coverage, paragraphs } = seen(flash ?? "");

  test("six issues of one story each, with lists and copies", () => {
    expect(issues.map(({ number }) => number)).toEqual([84, 85, 86, 87, 88, 89]);
    expect(issues.map(({ sections }) => sections.flatMap(({ entries }) => entries).length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(new Set(issues.map(({ date, publication, imprint }) => `${date} ${publication} ${imprint.copies}`))).toEqual(
      new Set(["2020-02-06 信息快报 50"]),
    );
    expect(
      issues.map(({ distribution }) => distribution.map(({ label, addressees }) => [label, addressees.length])),
    ).toEqual(issues.map(() => [["抄送", 2]]));
  });

  test("headlines over two lines, headings, bold lead-ins", () => {
    const stories = issues.flatMap(({ sections }) => sections.flatMap(({ entries }) => entries));
    expect(stories.map(({ title }) => title.length)).toEqual([1, 2, 3, 2, 1, 2]);
    const headings = stories.map(({ blocks }) => blocks.filter((block) => block.type === "heading").length);
    expect(headings).toEqual([8, 7, 0, 0, 0, 0]);
    const { recognised } = recognise(flash ?? "");
    const runs = recognised.issues
      .flatMap(({ sections }) => sections.flatMap(({ entries }) => entries.flatMap(({ blocks }) => blocks)))
      .flatMap((block) => (block.type === "paragraph" ? block.runs : []));
    expect(runs.filter(({ bold }) => bold).length).toBeGreaterThan(40);
    expect(runs.some(({ text }) => text.includes("**"))).toBe(false);
  });

  test("nothing is dropped, and no paragraph is cut by a page", () => {
    expect(coverage).toBeGreaterThanOrEqual(0.995);
    expect(paragraphs.filter(({ text }) => !isWhole(text))).toEqual([]);
  });
});

describe.skipIf(!page)("the front page of a newspaper", () => {
  const { issues, coverage, leftovers } = seen(page ?? "");
  const entries = issues.flatMap(({ sections }) => sections.flatMap((section) => section.entries));

  test("its stories with kicker, headline, deck, dateline and reporters; the slogan; the jump", () => {
    expect(issues).toHaveLength(1);
    expect(entries.map(({ kind }) => kind)).toEqual(["brief", ...Array(7).fill("story")]);
    expect(entries.map(({ title }) => title.length)).toEqual([0, 1, 0, 3, 1, 2, 2, 2]);
    expect(entries.map(({ kicker }) => kicker !== null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(entries.map(({ deck }) => deck !== null)).toEqual([false, false, false, true, false, false, false, false]);
    expect(entries.map(({ dateline }) => dateline?.slice(0, 2))).toEqual([
      undefined,
      "新华",
      "新华",
      ...Array(5).fill("本报"),
    ]);
    expect(entries.map(({ reporters }) => reporters.length)).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
    expect(entries.map(({ jump }) => jump)).toEqual([...Array(7).fill(null), "下转第2版"]);
  });

  test("what was read twice is marked and kept; what fits nowhere is listed", () => {
    const repeated = entries.map(({ blocks }) => blocks.filter((block) => "repetition" in block).length);
    expect(repeated).toEqual([0, 1, 0, 1, 0, 0, 1, 0]);
    expect(leftovers.map(({ text }) => text.length)).toEqual([3]);
    expect(coverage).toBeGreaterThanOrEqual(0.995);
  });
});
