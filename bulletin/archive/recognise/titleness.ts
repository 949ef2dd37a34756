import { jumpAt, opensStory } from "./datelines";
import type { Flow, Next } from "./flow";
import { isDayAlone, isSigned, opens, widestTitle } from "./following";
import { isBullet, leadOf } from "./leads";
import type { Line } from "./lines";
import { sectionness } from "./sectionWords";
import { isDecorated, isNumbered } from "./styles";
import { isFull, type Setting } from "./wrapping";

const widestMarked = 110;
export const closingMark = /^[，。、；：！？）》」』”’】,;:!?)\]%％…]/;
export const sentence = /[。；！？;!?]/;

/** How surely a line that goes on from nothing is a title. */
export function titleness(line: Line, before: Flow | null, next: Next, setting: Setting): number {
  const after = next.line;
  const { marked, width, ending, read } = line;
  const { style } = marked;
  if (isDecorated(style)) return width <= 40 ? 0.98 : 0;
  if (width > widestMarked || sentence.test(read.replace(/[。；！？]$/, ""))) return 0;
  if (opensStory(line.text) || isDayAlone(line) || jumpAt(line.text) === 0 || /[，、,]$/.test(read)) return 0;
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
  // Where other titles have a face, one without stands apart, over a text that is longer and ends.
  const isApart = setting.isSpaced && setting.width === null && line.blanks > 0 && after.blanks > 0;
  if (
    setting.faces === "all" &&
    isApart &&
    commas === 0 &&
    width <= 26 &&
    after.ending === "closed" &&
    after.width > width
  )
    return 0.6;
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

/** Two short lines without an end: two lines of one headline, a section and a headline. */
function isAlike(line: Line, after: Line, setting: Setting): boolean {
  if (isFull(line, setting) || isFull(after, setting)) return false;
  return after.ending === "open" && after.width <= 30 && line.width <= 30 && !/[，,。]/.test(after.read);
}
