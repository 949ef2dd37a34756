import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { PressEntry, PressIssue, PressSection } from "./document";
import { article, newspaperOf } from "./newspaper/testing";
import { typeset } from "./press";
import { bodyLines } from "./testing/body";
import { issueOf, paragraph, story } from "./testing/issues";
import { isWholeNewspaper } from "./testing/isWholeNewspaper";
import { press } from "./testing/press";
import { inkEnd, readPdf } from "./testing/readPdf";
import { bodyOn, writtenIn } from "./testing/writtenIn";

// Real bulletins. Their sentences stay in their files.
const folder = process.env.SAMPLES_DIR ?? path.resolve(import.meta.dirname, "../../shared/samples");
const names = existsSync(folder) ? readdirSync(folder) : [];
const linesOf = (prefix: string): string[] | null => {
  const name = names.find((each) => each.startsWith(prefix));
  if (!name) return null;
  const text = readFileSync(path.join(folder, name), "utf8");
  return text.split("\n").flatMap((line) => line.trim() || []);
};

/** Short lines without a full stop are headlines, the rest paragraphs: good enough to fill pages with. */
function entriesOf(lines: string[]): PressEntry[] {
  const entries: PressEntry[] = [];
  let headline: string[] = [];
  for (const line of lines) {
    if (line.length <= 40 && !/[。；：，]/.test(line)) headline.push(line);
    else {
      const last = entries.at(-1);
      if (headline.length || !last) entries.push(story(headline, [paragraph(line)]));
      else last.blocks.push(paragraph(line));
      headline = [];
    }
  }
  if (headline.length) entries.push(story(headline, []));
  return entries;
}

function weekly(lines: string[]): PressIssue {
  const sections: { title: string; lines: string[] }[] = [{ title: "", lines: [] }];
  for (const line of lines) {
    const [, title] = /^※(.+)※$/.exec(line) ?? [];
    if (title) sections.push({ title, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return issueOf({
    sections: sections.map(({ title, lines }): PressSection => ({ title, entries: entriesOf(lines) })),
  });
}

/** One file, several issues: each begins with the line of its number. */
function flashes(lines: string[]): PressIssue[] {
  const starts = lines.flatMap((line, at) => (/^第\s*\d+\s*期$/.test(line) ? [at] : []));
  return starts.map((start, at) =>
    issueOf({ layout: "flash", sections: [{ title: "", entries: entriesOf(lines.slice(start, starts[at + 1])) }] }),
  );
}

async function isWhole(issue: PressIssue) {
  const pages = typeset(press(), issue);
  const read = await readPdf(pages.pdf());
  expect(bodyOn(read) === writtenIn(issue, pages.marks)).toBe(true);
  for (const line of bodyLines(read)) {
    expect(/^[，。、；：！？）》」』”’]/.test(line.text)).toBe(false);
    expect(inkEnd(line), line.text.slice(-2)).toBeLessThanOrEqual(184.5);
  }
  return pages;
}

const [weeklyLines, flashLines, newspaperLines] = [linesOf("000_"), linesOf("002_"), linesOf("003_")];

describe.skipIf(!weeklyLines)("the weekly of the samples", () => {
  test("is set in about its own number of pages, and nothing is lost", async () => {
    const pages = await isWhole(weekly(weeklyLines ?? []));
    expect(pages.count).toBeGreaterThanOrEqual(8);
    expect(pages.count).toBeLessThanOrEqual(14);
  });
});

describe.skipIf(!flashLines)("the six flashes of the samples", () => {
  test("are set each, and nothing is lost", async () => {
    const issues = flashes(flashLines ?? []);
    expect(issues.length).toBe(6);
    for (const issue of issues) expect((await isWhole(issue)).count).toBeLessThanOrEqual(12);
  });
});

describe.skipIf(!newspaperLines)("the newspaper page of the samples", () => {
  test("is set, each text in full, whatever jumps", async () => {
    // A headline in the file is a line without a full stop; the longest story leads.
    const entries = newspaperEntries(newspaperLines ?? []);
    expect(entries.length).toBeGreaterThan(4);
    const { pages } = await isWholeNewspaper(newspaperOf({ sections: [{ title: "要闻", entries }] }));
    expect(pages.count).toBeLessThanOrEqual(4);
  });
});

function newspaperEntries(lines: string[]): PressEntry[] {
  const entries: PressEntry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (!/[。;:]/.test(line) && [...line].length <= 80) entries.push(article(`s${entries.length}`, [line], []));
    else if (last) last.blocks.push(paragraph(line));
    else entries.push(article("first", [], [paragraph(line)]));
  }
  const length = ({ blocks }: PressEntry) => JSON.stringify(blocks).length;
  const longest = Math.max(...entries.map(length));
  return entries.map((entry) => ({
    ...entry,
    newspaper: { ...(entry.newspaper as NonNullable<typeof entry.newspaper>), rank: length(entry) === longest ? 1 : 3 },
  }));
}
