import { datelineLength, isByline, jumpAt, opensStory } from "./datelines";
import { fullDayIn } from "./days";
import { isBullet, leadOf, opensParagraph } from "./leads";
import type { Line } from "./lines";
import { isIssuer } from "./mastheadWords";
import { sectionness } from "./sectionWords";
import { isDecorated, isNumbered } from "./styles";
import type { Why } from "./whys";
import { isFull, type Setting } from "./wrapping";

/** A line of the text of an issue: a title, the beginning of a paragraph, or what goes on from the line before. */
export type Flow = { line: Line; role: "title" | "text" | "more"; confidence: number; why?: Why };

const widestTitle = 45;
const widestMarked = 110;
const closingMark = /^[，。、；：！？）》」』”’】,;:!?)\]%％…]/;
const stops = /[，。；：、,;:]/;
const column = 16;
const sentence = /[。；！？;!?]/;

/**
 * Mends the text of one issue: which line goes on from the one before, which is a title, which begins a
 * paragraph. Page numbers and running heads are gone by now, and pictures are stepped over: a sentence that
 * the end of a page cut is one paragraph again.
 */
export function flowOf(lines: Line[], setting: Setting): Flow[] {
  const flow = readIn(lines, setting);
  return opensTexts(flow, setting) ? readIn(lines, { ...setting, opens: true }) : flow;
}

/** Whether below the titles without marks the texts open with a date or the like, but for a few. */
function opensTexts(flow: Flow[], setting: Setting): boolean {
  let opened = 0;
  let other = 0;
  for (const [at, { line, role }] of flow.entries()) {
    const next = flow[at + 1];
    if (role !== "title" || line.marked.style !== "plain" || next?.role !== "text") continue;
    if (opens(next.line, setting)) opened += 1;
    else other += 1;
  }
  return other > 0 && opened >= 2 && opened >= other * 2;
}

function readIn(lines: Line[], setting: Setting): Flow[] {
  const flow: Flow[] = [];
  let before: Flow | null = null;
  let cut = false;
  const next = nextOf(lines, setting);
  for (const line of lines) {
    if (line.kind === "table") before = null;
    if (line.label === "furniture") cut = true;
    if (line.kind !== "text" || line.label) continue;
    const role = roleOf(line, before, next.get(line) ?? { line: null, cut: false }, setting, cut || line.pageBefore);
    before = { line, ...role };
    cut = false;
    flow.push(before);
  }
  return flow;
}

/** The next line of text, and whether a page ended before it. */
type Next = {
  line: Line | null;
  cut: boolean;
  /** A few lines together between blank ones, without an end, over what surely begins something. */
  isHeadBlock?: boolean;
};

const tallest = 3;

function nextOf(lines: Line[], setting: Setting): Map<Line, Next> {
  const next = new Map<Line, Next>();
  let line: Line | null = null;
  let cut = false;
  for (const each of lines.toReversed()) {
    if (each.label === "furniture") cut = true;
    if (each.kind !== "text" || each.label) continue;
    next.set(each, { line, cut });
    line = each;
    cut = each.pageBefore;
  }
  for (const line of headBlocksIn(lines, setting)) {
    const own = next.get(line);
    if (own) own.isHeadBlock = true;
  }
  return next;
}

function headBlocksIn(lines: Line[], setting: Setting): Line[] {
  if (setting.width === null) return [];
  if (!setting.isSpaced) return setting.width <= column ? headsInColumn(lines, setting) : [];
  const found: Line[] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (line.kind !== "text" || line.label) continue;
    if (line.blanks > 0) {
      if (block.length <= tallest && block.at(-1)?.ending === "open" && opens(line, setting)) found.push(...block);
      block = [];
    }
    block.push(line);
  }
  return found;
}

/** In a column without blank lines: a few lines without a stop, the last not full, over a text that a date begins. */
function headsInColumn(lines: Line[], setting: Setting): Line[] {
  const found: Line[] = [];
  let block: Line[] = [];
  const take = () => {
    const last = block.at(-1);
    if (last && last.width < (setting.width ?? 0) - 0.9 && block.length <= tallest) found.push(...block);
  };
  for (const line of lines) {
    if (line.kind !== "text" || line.label) continue;
    if (line.lead?.kind === "date" || opensStory(line.text)) take();
    if (line.ending !== "open" || stops.test(line.read) || isDecorated(line.marked.style)) block = [];
    else if (opensStory(line.text)) block = [];
    else block.push(line);
  }
  take();
  return found;
}

type Role = Pick<Flow, "role" | "confidence" | "why">;

function roleOf(line: Line, before: Flow | null, next: Next, setting: Setting, cut: boolean): Role {
  const isText = before !== null && before.role !== "title";
  if (
    next.isHeadBlock &&
    !(isText && before.line.ending === "open") &&
    !line.lead &&
    !opensStory(line.text) &&
    !sentence.test(line.read)
  )
    return { role: "title", confidence: 0.8 };
  if (closingMark.test(line.read) && isText) return { role: "more", confidence: 0.98, why: "goesOn" };
  if (isText && goesOn(before.line, line, setting, cut)) {
    const sure = before.line.ending === "open" ? 0.92 : 0.7;
    return { role: "more", confidence: sure, why: cut ? "pageCut" : "goesOn" };
  }
  const title = titleness(line, before, next, setting);
  return title > 0.5 ? { role: "title", confidence: title } : { role: "text", confidence: 0.9 };
}

/** Whether a line goes on from the text of the line before it. */
function goesOn(before: Line, line: Line, setting: Setting, cut: boolean): boolean {
  if (isDatelineAlone(before.text) && /^[（(](?:本报)?(?:记者|通讯员)/.test(line.text)) return true;
  if (beginsAnew(line, setting) || isSigned(before, line) || isByline(before.text) || jumpAt(before.text) >= 0)
    return false;
  const broken = line.brokenBefore && line.blanks === 0;
  if (before.ending === "open") return true;
  if (broken && setting.width === null && setting.isSpaced && before.ending !== "closed" && !isSalutation(before))
    return true;
  if (before.ending === "clause" || before.ending === "colon")
    return isFull(before, setting) && line.blanks === 0 && !line.lead && !isShortTitle(line);
  // A sentence ended exactly at the edge: another of the same paragraph, unless something says otherwise.
  if (setting.isIndented && line.indent < 1)
    return isFull(before, setting) && !(isShortTitle(line) && !isFull(line, setting));
  if (!isFull(before, setting) || setting.isIndented || (line.blanks > 0 && setting.isSpaced) || cut) return false;
  return (
    line.blanks === 0 &&
    !line.lead &&
    !opensParagraph(line.text) &&
    !opensStory(line.text) &&
    !(isShortTitle(line) && !isFull(line, setting))
  );
}

/** 新华社北京1月9日电 in a line of its own, as columns have it. */
function isDatelineAlone(text: string): boolean {
  return text.length <= 30 && datelineLength(text) === text.length && !isByline(text);
}

/** 市政府办公室： */
function isSalutation({ ending, width, read }: Line): boolean {
  return ending === "colon" && width <= 14 && !/[，。；]/.test(read);
}

/** The office that signs a text, and the day below it. */
function isSigned(office: Line, day: Line): boolean {
  return isDayAlone(day) && isIssuer(office.tight);
}

function isDayAlone({ tight, width }: Line): boolean {
  if (width > 16) return false;
  const day = fullDayIn(tight);
  return day !== null && day.from === 0 && day.to === tight.length;
}

function isShortTitle({ ending, width, read }: Line): boolean {
  return ending === "open" && width < widestTitle && !/[，。；]/.test(read);
}

/** What cannot stand in the middle of a paragraph. */
function beginsAnew(line: Line, setting: Setting): boolean {
  const { style } = line.marked;
  if (isDecorated(style) || style.startsWith("#")) return true;
  if (opensStory(line.text)) return true;
  if (isNumbered(style) && style !== "1.") return true;
  if (style === "1." && line.ending !== "open") return true;
  const lead = line.lead;
  if (lead && isBullet(lead.kind)) return true;
  if (style === "**" && line.ending === "open" && line.width < 40) return true;
  return setting.isIndented && line.indent >= 1.5;
}

/** How surely a line that goes on from nothing is a title. */
function titleness(line: Line, before: Flow | null, next: Next, setting: Setting): number {
  const after = next.line;
  const { marked, width, ending, read } = line;
  const { style } = marked;
  if (isDecorated(style)) return width <= 40 ? 0.98 : 0;
  if (width > widestMarked || sentence.test(read.replace(/[。；！？]$/, ""))) return 0;
  if (opensStory(line.text) || isDayAlone(line) || /[，、,]$/.test(read)) return 0;
  if ((after && before?.role !== "title" && isSigned(line, after)) || /^附[件表][：:一二三四五0-9]/.test(line.tight))
    return 0;
  if (style.startsWith("#")) return 0.95;
  if (ending === "closed") return isNumbered(style) && isBareSentence(line) ? 0.75 : 0;
  if (ending !== "open") return style === "**" && width < 30 ? 0.7 : 0;
  const lead = line.lead;
  if (lead && isBullet(lead.kind)) {
    if (width <= 14 && lead.kind !== "-" && sectionness(marked.title) >= 0.8) return 0.85;
    const isOne = lead.kind !== "-" && after !== null && after.lead?.kind !== lead.kind;
    return isOne && width <= 20 && opens(after, setting) ? 0.6 : 0;
  }
  if (isNumbered(style)) return numberedTitle(line, after, setting);
  if (style === "**") return 0.9;
  if (lead?.kind === "date" && /[，,]/.test(read)) return 0;
  return plainTitle(line, before, next, setting);
}

/** 一、加强领导。 a heading of one short sentence. */
function isBareSentence({ marked, width }: Line): boolean {
  return (
    ["一、", "（一）"].includes(marked.style) && width <= 26 && !/[，；：。]/.test(marked.title.replace(/。$/, ""))
  );
}

function numberedTitle(line: Line, after: Line | null, setting: Setting): number {
  if (line.width > widestTitle || (isFull(line, setting) && after && !opens(after, setting))) return 0;
  if (leadOf(line.marked.title)?.kind === "date") return 0;
  return /[，,]/.test(line.marked.title) && line.width > 32 ? 0.4 : 0.85;
}

/** A short line without a mark and without an end: the title of what follows, or a paragraph that a page cut. */
function plainTitle(line: Line, before: Flow | null, { line: after, cut }: Next, setting: Setting): number {
  const { width, read } = line;
  if (!after) return width <= 30 && before === null ? 0.6 : 0.3;
  const opened = opens(after, setting) || isAlike(line, after, setting);
  if (isFull(line, setting) && !opened) return 0;
  const parted = /[\u4e00-\u9fff”》）)]\s+[\u4e00-\u9fff“《]/.test(read);
  if (width > (parted || opensStory(after.text) ? widestMarked : widestTitle)) return 0;
  if (closingMark.test(after.read)) return 0;
  const commas = (read.match(/[，,]/g) ?? []).length;
  if (commas > 0 && before?.role === "title" && runsOn(line, after, before.line)) return 0.2;
  const hasFace = setting.faces === "all" && before !== null && before.role !== "title";
  if (opened) return commas > 2 || hasFace ? 0.4 : 0.85;
  if (setting.width !== null && commas > 0 && width >= setting.width * 0.75) return 0.3;
  if (cut || (setting.isIndented && line.indent >= 1.5 && line.indent <= 3)) return 0.2;
  // A paragraph's first line at the end of a page is as wide as the page; a headline rarely is.
  if (setting.faces !== "none") return 0.3;
  const isBelowTitle = before?.role === "title" && commas === 0 && width < 25;
  if (width >= 20 && !isBelowTitle && (setting.opens || (commas > 0 && width >= 25))) return 0.3;
  return 0.7;
}

/** Below a title, a line that names its subject again, or whose sentence ends in a line no longer than it: running text. */
function runsOn({ marked, width }: Line, after: Line, { marked: title }: Line): boolean {
  if (after.ending === "closed" && after.width <= width + 2 && after.lead === null) return true;
  const subject = /^[\u4e00-\u9fff]{2,8}(?=[：:])/.exec(title.title)?.[0] ?? "";
  return subject !== "" && marked.title.startsWith(subject);
}

/** Whether a line is surely the beginning of something: a date, a dateline, an indentation, a mark. */
function opens(line: Line, setting: Setting): boolean {
  const lead = line.lead;
  return (lead !== null && lead.kind !== "office") || beginsAnew(line, setting);
}

/** Two short lines without an end: two lines of one headline, a section and a headline. */
function isAlike(line: Line, after: Line, setting: Setting): boolean {
  if (isFull(line, setting) || isFull(after, setting)) return false;
  return after.ending === "open" && after.width <= 30 && line.width <= 30 && !/[，,。]/.test(after.read);
}
