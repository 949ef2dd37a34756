import fc from "fast-check";
import type { EntryData, IssueData } from "./issueData";

/** How an office prints: the marks of its sections, headlines and briefs, and the form of head and foot. */
export type Manner = {
  section: "※" | "【】" | "◆" | "一、" | "##" | "**" | "plain";
  headline: "plain" | "###" | "**";
  brief: "" | "◆" | "●" | "·" | "1.";
  masthead: "lines" | "together" | "running";
  foot: "lines" | "together";
  digits: "2022 年 5 月 1 日" | "2022年5月1日" | "二〇二二年五月一日" | "2022.5.1";
};

export const manner: fc.Arbitrary<Manner> = fc
  .record({
    section: fc.constantFrom(
      "※" as const,
      "【】" as const,
      "◆" as const,
      "一、" as const,
      "##" as const,
      "**" as const,
      "plain" as const,
    ),
    headline: fc.constantFrom("plain" as const, "###" as const, "**" as const),
    brief: fc.constantFrom("" as const, "◆" as const, "●" as const, "·" as const, "1." as const),
    masthead: fc.constantFrom("lines" as const, "together" as const, "running" as const),
    foot: fc.constantFrom("lines" as const, "together" as const),
    digits: fc.constantFrom(
      "2022 年 5 月 1 日" as const,
      "2022年5月1日" as const,
      "二〇二二年五月一日" as const,
      "2022.5.1" as const,
    ),
  })
  // No office sets its sections lighter than the headlines below them.
  .filter(
    ({ section, headline }) =>
      !(section === "**" && headline !== "plain") && !(section === "plain" && headline !== "plain"),
  );

/** One thing on the page: a title, a paragraph, a line of the foot. Only paragraphs are broken by columns. */
export type Printed = { text: string; kind: "title" | "paragraph" | "foot" };

export function printed(issue: IssueData, how: Manner): Printed[] {
  const title = (text: string): Printed => ({ text, kind: "title" });
  return [
    ...masthead(issue, how).map(title),
    ...issue.sections.flatMap(({ title: name, entries }, at) => [
      title(marked(name, at, how)),
      ...entries.flatMap((entry, index) => printedEntry(entry, index, how)),
    ]),
    ...foot(issue, how).map((text): Printed => ({ text, kind: "foot" })),
  ];
}

function printedEntry({ kind, title, paragraphs }: EntryData, index: number, how: Manner): Printed[] {
  const mark = how.headline === "###" ? ["### ", ""] : how.headline === "**" ? ["**", "**"] : ["", ""];
  const lead = kind === "brief" ? (how.brief === "1." ? `${index + 1}.` : how.brief) : "";
  return [
    ...title.map((text): Printed => ({ text: `${mark[0]}${text}${mark[1]}`, kind: "title" })),
    ...paragraphs.map((text, at): Printed => ({ text: (at === 0 ? lead : "") + text, kind: "paragraph" })),
  ];
}

function masthead(
  { region, publication, number, total, issuer, date }: IssueData,
  { masthead: form, digits }: Manner,
): string[] {
  const day = dayIn(date, digits);
  if (form === "lines") return [`${region} ${publication}`, `第 ${number} 期`, `（总第 ${total} 期）`, issuer, day];
  if (form === "together") return [region, publication, `第${number}期（总第${total}期）`, `${issuer}编　　${day}`];
  return [`# ${region} ${publication}`, `**2022年第${number}期（总第${total}期）**`, `${issuer}　${day}`, "---"];
}

function dayIn(date: string, form: Manner["digits"]): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (form === "二〇二二年五月一日")
    return `二〇二二年五月${["十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"][day - 10]}日`;
  return form
    .replace("2022", String(year))
    .replace("5", String(month))
    .replace(/1(?=\D*$)/, String(day));
}

function marked(title: string, at: number, { section }: Manner): string {
  switch (section) {
    case "※":
    case "◆":
      return `${section}${title}${section}`;
    case "【】":
      return `【${title}】`;
    case "一、":
      return `${"一二三四五六"[at]}、${title}`;
    case "##":
      return `## ${title}`;
    case "**":
      return `**${title}**`;
    default:
      return title;
  }
}

function foot({ lists, editors, reviewers, phone, email, copies }: IssueData, { foot: form }: Manner): string[] {
  const lines = lists.map(({ label, addressees }) => `${label}：${addressees.join("，")}。`);
  if (form === "together")
    return [
      ...lines,
      `编辑：${editors.join("、")}　审核：${reviewers.join("、")}　电话：${phone}　邮箱：${email}`,
      `（共印${copies}份）`,
    ];
  return [
    ...lines,
    ...[`编 辑：${editors.join("、")}`, `审 核：${reviewers.join("、")}`],
    ...[`联系电话：${phone}`, `电子邮箱：${email}`, `共印 ${copies} 份`],
  ];
}
