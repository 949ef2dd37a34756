import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Content } from "../press/content";
import { paragraphsOf } from "../text/plain";

/** The weekly 第 4 期 of the samples, taken apart by rules for this one file. Its sentences stay in the file. */
export type Weekly = {
  masthead: { region: string; publication: string; number: number; issuer: string; date: string };
  sections: { title: string; texts: Written[] }[];
  lists: { label: string; labels: string[] }[];
  imprint: { editors: string; reviewers: string; phone: string; email: string };
};

type Written = { headline: string[]; paragraphs: string[] };

const folder = process.env.SAMPLES_DIR ?? path.resolve(import.meta.dirname, "../../../shared/samples");
const name = existsSync(folder) && readdirSync(folder).find((each) => /^000_.*\.txt$/.test(each));

/** The text of the file, or null where the samples are not at hand. */
export const weeklyText = name ? readFileSync(path.join(folder, name), "utf8") : null;

export function takeApart(text: string): Weekly {
  const lines = text.split("\n").flatMap((each) => each.trim() || []);
  const [title = "", number = "", issuer = "", date = ""] = lines;
  const [region = "", publication = ""] = title.split(" ");
  const [year = "", month = "", day = ""] = date.match(/\d+/g) ?? [];
  const tail = lines.findIndex((line) => line.startsWith("报："));
  const sections: { title: string; lines: string[] }[] = [];
  for (const line of lines.slice(4, tail)) {
    const [, heading] = /^※(.+)※$/.exec(line) ?? [];
    if (heading) sections.push({ title: heading, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return {
    masthead: { region, publication, number: Number(number.match(/\d+/)), issuer, date: dayOf(year, month, day) },
    sections: sections.map((section) => ({ title: section.title, texts: textsOf(section.lines) })),
    lists: lines.slice(tail).flatMap((line) => {
      const [, label, labels = ""] = /^([报送])：(.*)。$/.exec(line) ?? [];
      return label ? [{ label, labels: labels.split("，") }] : [];
    }),
    imprint: {
      editors: field(lines, /^编\s*辑：/),
      reviewers: field(lines, /^审\s*核：/),
      phone: field(lines, /^联系电话：/),
      email: field(lines, /^电子邮箱：/),
    },
  };
}

/** Stories, where a headline stands before a paragraph; in a section without headlines, one text a paragraph. */
function textsOf(lines: string[]): Written[] {
  const texts: Written[] = [];
  let headline: string[] = [];
  let isCut = false;
  for (const [at, line] of lines.entries()) {
    if (!isCut && isHeadline(lines, at)) {
      headline.push(line);
      continue;
    }
    const text = texts.at(-1);
    // Where a page ended a sentence was cut: a paragraph without an end goes on in the next one.
    if (text && isCut) text.paragraphs.push(`${text.paragraphs.pop() ?? ""}${line}`);
    else if (text?.headline.length && !headline.length) text.paragraphs.push(line);
    else texts.push({ headline, paragraphs: [line] });
    headline = [];
    isCut = !/[。！？”]$/.test(line);
  }
  return texts;
}

/** One or two short lines without a full stop, and then a paragraph that opens with a date. */
function isHeadline(lines: string[], at: number): boolean {
  const isShort = (line = "") => line.length <= 40 && !line.includes("。");
  const opensStory = (line = "") => !isShort(line) && /^.{0,20}\d+\s*月\s*\d+\s*日/.test(line);
  if (!isShort(lines[at])) return false;
  return opensStory(lines[at + 1]) || (isShort(lines[at + 1]) && opensStory(lines[at + 2]));
}

function field(lines: string[], label: RegExp): string {
  return (
    lines
      .find((line) => label.test(line))
      ?.replace(label, "")
      .trim() ?? ""
  );
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The day that a text opens with, in the year of the issue. */
export function dayOfText(paragraph: string, { date }: Weekly["masthead"]): string {
  const [, month = "", day = ""] = /(\d+)\s*月\s*(\d+)\s*日/.exec(paragraph) ?? [];
  return dayOf(date.slice(0, 4), month, day);
}

/** A signed issue written out as this weekly was printed, in the order of the page. */
export function writtenOut({ region, publication, number, issuer, date, sections, lists, imprint }: Content): string {
  const [year, month, day] = date.split("-").map(Number);
  return [
    ...[`${region} ${publication}`, `第 ${number} 期`, issuer, `${year} 年 ${month} 月 ${day} 日`],
    ...sections.flatMap(({ title, entries }) => [
      `※${title}※`,
      ...entries.flatMap(({ headline, blocks }) => [...headline, ...paragraphsOf(blocks)]),
    ]),
    ...lists.map(({ label, addressees }) => `${label}：${addressees.map((each) => each.label).join("，")}。`),
    ...[`编 辑：${imprint.editors}`, `审 核：${imprint.reviewers}`],
    ...[`联系电话：${imprint.phone}`, `电子邮箱：${imprint.email}`],
  ].join("\n");
}
