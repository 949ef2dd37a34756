import { joined, type Run } from "../../text/model";

/** The inline marks of Markdown, as readers of files leave them: `**bold**`, `*italic*`, headings, escapes. */

const heading = /^\s{0,3}(?:>\s?)?#{1,6}(?:\s+|(?=\*\*))/;
const quoted = /^\s{0,3}(?:>\s?)+(?=[^>\s])/;
/** What HTML left. */
const tags = /<\/?(?:p|div|span|b|i|u|strong|em|font|center|sup|sub|small|mark)(?:\s[^<>]{0,200})?>/gi;
const entities = /&(?:nbsp|emsp|ensp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash);/g;
const characters: Record<string, string> = {
  ...{ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' },
  ...{ "&ldquo;": "“", "&rdquo;": "”", "&middot;": "·", "&mdash;": "—" },
};
/** A paragraph is shorter; what is longer is read as it stands. */
const longest = 1_000_000;
const escaped = /\\([_#>|.()[\]-])/g;
/** What stands for an escaped star and slash until the marks are found: no text has these. */
const [star, slash] = ["\u{f0000}", "\u{f0001}"];

/** The text as it is read: without any marks. */
export function plain(text: string): string {
  if (!/[#*\\>&]/.test(text)) return text.trim();
  return runsOf(text)
    .map((each) => each.text)
    .join("")
    .trim();
}

/** The marks of a heading or a quotation, with which a text begins. */
export function leadIn(text: string): string {
  const [head = ""] = heading.exec(text) ?? [];
  return head + (quoted.exec(text.slice(head.length))?.[0] ?? "");
}

/** The runs of a text whose marks are still in it; a star that opens nothing and closes nothing is a star. */
export function runsOf(text: string): Run[] {
  const parts = text
    .slice(leadIn(text).length)
    .replace(tags, "")
    .replace(entities, (each) => characters[each] ?? " ")
    .replace(/\\([\\*])/g, (_, each: string) => (each === "*" ? star : slash))
    .replace(/\\$/, "")
    .split(text.length < longest ? /(\*{1,3})/ : /(?!)/);
  const isMark = marksIn(parts);
  const runs: Run[] = [];
  let bold = false;
  let italic = false;
  for (const [at, part] of parts.entries()) {
    if (!isMark.has(at)) {
      const read = part.replace(escaped, "$1").replaceAll(star, "*").replaceAll(slash, "\\");
      runs.push({ text: read, ...(bold && { bold: true as const }), ...(italic && { italic: true as const }) });
      continue;
    }
    if (part.length !== 2) italic = !italic;
    if (part.length !== 1) bold = !bold;
  }
  return joined(runs);
}

/** Which of the parts are marks: those that come in pairs; between digits (3*4) and blanks a star is a star. */
function marksIn(parts: string[]): Set<number> {
  const marks = new Set<number>();
  const open = new Map<string, number>();
  for (let at = 1; at < parts.length; at += 2) {
    const part = parts[at] ?? "";
    const [before, after] = [parts[at - 1] ?? "", parts[at + 1] ?? ""];
    if (part === "*" && /[\d\s]$/.test(before) && /^[\d\s]/.test(after)) continue;
    const opened = open.get(part);
    if (opened === undefined) open.set(part, at);
    else {
      marks.add(opened).add(at);
      open.delete(part);
    }
  }
  // A bold mark alone is what a page's end left of a pair.
  for (const [part, at] of open) if (part !== "*") marks.add(at);
  return marks;
}

/** Whether all that is read in a line is bold: `**重要会议**`, also within a heading. */
export function isWhollyBold(text: string): boolean {
  return /^\*\*(?!\s)[^*]+\*\*[：:]?$/.test(text.trim().replace(heading, ""));
}
