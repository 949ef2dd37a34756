import { formatMasthead } from "@/lib/dates";
import type { Content } from "../../press/content";
import { titleOf } from "../../text/plain";
import type { Manifest, ManifestIssue } from "./manifest";
import { contentsWords as words } from "./words";

/** Of each issue what the table of contents shows; texts are not held in memory. */
export type Listed = { issue: ManifestIssue; sections: { title: string; titles: string[] }[] };

export function listedOf(issue: ManifestIssue, content: Content | null): Listed {
  const sections = content?.sections.map(({ title, entries }) => ({
    title,
    titles: entries.map((each) => titleOf(each, 60)),
  }));
  return { issue, sections: sections ?? [] };
}

/**
 * The table of contents of a year: one page that opens by a double click, without the system, without a
 * network and without a script. Whatever is in it is text.
 */
export function contentsPage(
  { year, office, publications }: Pick<Manifest, "year" | "office" | "publications">,
  all: Listed[],
): string {
  const parts = publications.map(({ name }) => {
    const issues = all.filter(({ issue }) => issue.publication === name);
    return issues.length ? `<h2>${escaped(name)}</h2>\n<ol>\n${issues.map(lineOf).join("\n")}\n</ol>` : "";
  });
  const title = escaped(words.title(office, year));
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
<p>${escaped(words.fact(all.length))}</p>
${parts.filter(Boolean).join("\n")}
</html>
`;
}

function lineOf({ issue, sections }: Listed): string {
  const { pages, data, state, reason, date } = issue;
  const name = escaped(words.number(issue));
  const shown = pages ? `<a href="${href(pages)}">${name}</a>` : name;
  const state_ =
    state === "standing" ? "" : ` <b>${escaped(words.states[state])}</b>${reason ? `：${escaped(reason)}` : ""}`;
  const link = data ? ` <a class="data" href="${href(data)}">${words.data}</a>` : "";
  const titles = sections.map(
    ({ title, titles: all }) => `<p>${title ? `<i>${escaped(title)}</i> ` : ""}${all.map(itemOf).join("；")}</p>`,
  );
  return `<li>${shown} <time>${date ? formatMasthead(date) : ""}</time>${state_}${link}${titles.join("")}</li>`;
}

/** A brief is named by its first sentence; the full stop gives way to the mark between two. */
function itemOf(title: string): string {
  return escaped(title.replace(/。$/, ""));
}

function href(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}

const style = `
body { max-width: 52em; margin: 2em auto; padding: 0 1em; font: 16px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1e1a15; background: #faf7f1 }
h1, h2 { font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #a5261b }
h2 { border-bottom: 2px solid #b8241a }
ol { list-style: none; padding: 0 }
li { border-bottom: 1px solid #dfd7c8; padding: .5em 0 }
li p { margin: 0; color: #494238 }
a { color: #2b4a68; font-weight: 700 }
a.data { float: right; font-weight: 400 }
time { margin-left: 1em; color: #665e51 }
i { font-style: normal; color: #665e51 }
b { color: #884812 }
`;
