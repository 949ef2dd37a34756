import { datelineLength, isByline, jumpAt, opensStory } from "./datelines";
import { fullDayIn } from "./days";
import { isBullet, opensParagraph } from "./leads";
import type { Line } from "./lines";
import { isIssuer } from "./mastheadWords";
import { isDecorated, isNumbered } from "./styles";
import { isFull, type Setting } from "./wrapping";

export const widestTitle = 45;

/** Whether a line goes on from the text of the line before it. */
export function goesOn(before: Line, line: Line, setting: Setting, cut: boolean): boolean {
  if (isDatelineAlone(before.text) && /^[（(](?:本报)?(?:记者|通讯员)/.test(line.text)) return true;
  if (isDatelineAlone(before.text)) return false;
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
export function isSigned(office: Line, day: Line): boolean {
  return isDayAlone(day) && isIssuer(office.tight);
}

export function isDayAlone({ tight, width }: Line): boolean {
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

/** Whether a line is surely the beginning of something: a date, a dateline, an indentation, a mark. */
export function opens(line: Line, setting: Setting): boolean {
  const lead = line.lead;
  return (lead !== null && lead.kind !== "office") || beginsAnew(line, setting);
}
