import { compact, half } from "./characters";
import { fullDayIn } from "./days";
import { footWordsIn, isCopies } from "./footWords";
import { type Cut, type Line, say } from "./lines";
import { plain } from "./marks";
import { isIssuer } from "./mastheadWords";
import { isDecorated } from "./styles";

const strong = ["list", "editors", "reviewers", "signer", "copies"];
const withinText = 60;
const narrow = 20;
/** 本期发送：120份. */
const saysCopies = /^[^：:]{2,8}[：:]\s*[0-9]{1,5}\s*[份本册]\s*[）)]?\s*$/;
const otherWord = /^[\u4e00-\u9fff]{2,6}\s*[：:]/;

/**
 * Marks the lines of the foot of one issue: 报, 送, 发, 抄送 with what goes on from them, 编辑, 审核…, 共印 N 份.
 * Words that a story may use too (电话, 地址) count only beside other lines of the foot or at the end.
 */
export function markFoot(lines: Line[]): void {
  let last: Line | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.label || line.kind !== "text") {
      if (line.kind === "table") last = null;
      continue;
    }
    const isFirst = last === null;
    if (isFootLine(lines, at, last)) last = line;
    else if (last?.label && goesOn(last, line)) {
      // After a line that did not reach the edge, the next names others; after a full one it goes on with a name.
      const isOwn = (last.width < narrow || namesOthers(last, line)) && !/[，、；,;：:]$/.test(last.text);
      say(line, isOwn ? "list" : "continued", 0.9, "listGoesOn");
      line.cuts = undefined;
      const from: Line = last;
      last = { ...line, label: "list", blanks: from.blanks };
    } else if (!isFirst) last = null;
  }
}

/** …办公室 / 各乡镇…: a name that is complete, and a word that another begins with. */
function namesOthers(last: Line, line: Line): boolean {
  const complete =
    /(?:办公室|办公厅|委员会|单位|部门|机关|政府|政协|人大|领导|成员|科室|书记|主席|主任|[^大][委办局院部])$/;
  return complete.test(plain(last.text.slice(-40))) && /^(?:各|市|县|区|省|驻|有关|机关|本)/.test(line.tight);
}

function isFootLine(lines: Line[], at: number, last: Line | null): boolean {
  const line = lines[at] as Line;
  if (isCopies(line.tight)) {
    say(line, "copies", 0.97);
    return true;
  }
  if (isPrinted(line, lines.length - at)) {
    say(line, "printed", 0.9);
    line.cuts = withCopies([{ from: 0, to: line.text.length, label: "printed" }], line.text);
    return true;
  }
  const cuts = cutsOf(line, last !== null);
  const [first] = cuts;
  if (!first && last && line.width <= 40 && line.blanks === 0 && otherWord.test(line.read)) {
    say(line, "footOther", 0.7);
    return true;
  }
  if (!first || first.from > 0) return false;
  const isNear = last !== null || lines.length - at <= 8 || nextIsStrong(lines, at);
  const isList = first.label === "list";
  const isNames = strong.includes(first.label) && line.width <= 45;
  if (!isNear && !isList && !isNames) return false;
  if (!isList && !isNear && line.ending === "closed" && line.width > 30) return false;
  say(line, first.label, isNear ? 0.97 : 0.85);
  line.cuts = cuts;
  return true;
}

/** One piece for each word that begins one; within the names of a list only a full stop lets the next begin. */
function cutsOf(line: Line, near: boolean): Cut[] {
  const text = line.text;
  if (text.length > 4_000) return [];
  if (line.width <= 50 && uncoloned.test(line.read)) return uncolonedCuts(text);
  // Most lines are text, and say so in their first characters.
  if (footWordsIn(text.slice(0, 32).replace(/^[*#\s>]+/, ""))[0]?.at !== 0 && !/^[*#\s>]*[（(【[]/.test(text))
    return [];
  const offset = text.length - text.replace(/^[*#\s>]+/, "").length;
  const found = footWordsIn(text.replace(/^[*#\s>]+/, ""));
  const starts = found
    .map(({ at, label }, index) => ({
      from: index === 0 && at <= 1 ? 0 : at + offset,
      label: saysCopies.test(half(text.slice(at + offset))) ? ("copies" as const) : label,
    }))
    .filter(({ from }, index) => from === 0 || near || index > 0);
  if (starts[0]?.from !== 0) return [];
  const cuts = starts.map(({ from, label }, index) => ({ from, to: starts[index + 1]?.from ?? text.length, label }));
  return withCopies(cuts, text);
}

/** 共印 50 份 at the end of a line is a piece of its own. */
function withCopies(cuts: Cut[], text: string): Cut[] {
  const copies = /\s[*（(]*(?:共|总)?印(?:数)?\s*[0-9〇零一二三四五六七八九十百千]+\s*份[）)*]*$/.exec(half(text));
  const end = cuts.at(-1);
  if (!copies || !end || copies.index <= end.from) return cuts;
  return [...cuts.slice(0, -1), { ...end, to: copies.index }, { from: copies.index, to: text.length, label: "copies" }];
}

const post = "(?:本版|本期|值班)?(?:责任编辑|责编|编辑|编校|审核|核稿|审稿|校对|签发|美编|版式|电话|联系电话)";
/** 责任编辑 丁零　审核 郑重　电话 5221188: without colons, where nothing but names stands behind the words. */
const uncoloned = new RegExp(`^${post}\\s+[\\u4e00-\\u9fff]{2,4}(?:[\\s、]+(?:[\\u4e00-\\u9fff]{2,4}|[0-9-]{5,14}))*$`);

function uncolonedCuts(text: string): Cut[] {
  const starts = [...text.matchAll(new RegExp(`(?<=^|\\s)${post}(?=\\s)`, "g"))].map(({ index }) => index);
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? text.length;
    return { from, to, label: nameOf(text.slice(from, to)) };
  });
}

function nameOf(text: string): Cut["label"] {
  if (/^(?:本版|本期|值班)?(?:责任编辑|责编|编辑|编校)/.test(text)) return "editors";
  if (/^(?:联系)?电话/.test(text)) return "phone";
  return /^(?:审核|核稿|审稿)/.test(text) ? "reviewers" : text.startsWith("签发") ? "signer" : "footOther";
}

function nextIsStrong(lines: Line[], at: number): boolean {
  const next = lines.slice(at + 1, at + 4).find(({ kind, label }) => kind === "text" && !label);
  const first = next && footWordsIn(next.text.slice(0, 40))[0];
  return (first?.at === 0 && strong.includes(first.label)) || (next !== undefined && isCopies(next.tight));
}

/** …办公室 2020年5月11日印发, as GB/T 9704 has it in the last line of the imprint. */
function isPrinted(line: Line, toEnd: number): boolean {
  if (line.width > withinText || toEnd > 6 || line.ending === "closed") return false;
  const day = fullDayIn(line.read);
  if (!day) return false;
  const after = compact(line.read.slice(day.to));
  return /^(印发|印制|编印|印|印刷)/.test(after);
}

/** Whether a line goes on with the list before it: the list has no full stop yet, and the line is no text. */
function goesOn(last: Line, line: Line): boolean {
  const isList = last.label === "list" || last.cuts?.at(-1)?.label === "list";
  if (!isList || isDecorated(line.marked.style) || line.marked.style.startsWith("#")) return false;
  const text = plain(last.text.slice(-40));
  // 值班员：…: a word of its own before a colon, where the list did not end with a comma.
  if (!/[，,、；;：:]$/.test(text) && otherWord.test(line.read)) return false;
  if (/[。.]$/.test(text)) return false;
  if (/[，,、；;：:]$/.test(text)) return true;
  if (line.width > 200) return false;
  const isNames = /[，、,；]/.test(line.read) || /。$/.test(line.read) || isIssuer(line.tight);
  return line.blanks === 0 ? true : isNames;
}
