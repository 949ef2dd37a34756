import { compact, half, shapeOf } from "./characters";
import { fullDayIn } from "./days";
import { isFootLike } from "./footWords";
import type { Line } from "./lines";
import { wholeOf } from "./mastheadBreaks";
import { cutsOf, unmarked, type Zone } from "./mastheadCuts";
import { isNumberLine, isOfMasthead } from "./mastheadWhole";
import {
  besideTitle,
  isIssuer,
  isTitle,
  isWeekday,
  markingPattern,
  numberPattern,
  shortDayPattern,
  totalPattern,
} from "./mastheadWords";
import { numeralClass, numeralOf } from "./numerals";
import { isDecorated, isNumbered } from "./styles";

export const widest = 60;
/** 今日天气：多云转阵雨 18℃—26℃. */
const weather = /^(?:今[日天]|明[日天]|市区|我市)?(?:天气|气温|气象)|\d℃/;
/** 7月3日—7月9日. */
const periodAlone = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日?(?:[-—–~～至到]+)(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日?$/;
const above = 4;
const below = 7;

export type Found = {
  first: number;
  last: number;
  zones: Map<number, Zone>;
  number: string;
  hasDay: boolean;
  hasTitle: boolean;
};

export function around(lines: Line[], at: number): Found {
  const text = wholeOf(lines, at);
  const found: Found = {
    ...{ first: at, last: at, zones: new Map<number, Zone>() },
    number: numbersIn(half(text).match(numberPattern)?.[0] ?? ""),
    hasDay: fullDayIn(text) !== null,
    hasTitle: cutsOf(text, "number").some(({ label }) => label === "publication"),
  };
  const last = take(found, lines[at] as Line, at, text, "number");
  lookAbove(lines, at, found);
  lookBelow(lines, last, found);
  return found;
}

/** 〔2020〕第八十四期 and 2020年第84期 are one number. */
function numbersIn(text: string): string {
  return (text.match(new RegExp(`[${numeralClass}]+`, "g")) ?? []).map(numeralOf).join(" ");
}

/** The title, a region or office over it, a marking over that. */
function lookAbove(lines: Line[], at: number, found: Found): void {
  for (let index = at - 1; index >= 0 && at - index <= above; index -= 1) {
    const line = lines[index] as Line;
    if (line.kind === "rule" && index === at - 1) continue;
    if (line.label || line.kind !== "text" || line.width > 30 || isFootLike(line.tight)) return;
    const words = unmarked(line.text);
    const isMarking = markingPattern.test(line.tight);
    const isName = cutsOf(words, "title").every(({ label }) => label !== "mastheadOther");
    // A name that says nothing of itself (北岭政协) stands directly above the number, and is short.
    const isUnknown = !found.hasTitle && line.width <= 14 && line.ending === "open" && !/[，、：]/.test(line.tight);
    if (!isMarking && !(isName && (!found.hasTitle || !isTitle(line.tight))) && !isUnknown) return;
    if (isNumbered(line.marked.style) || (isDecorated(line.marked.style) && (found.hasTitle || !isTitle(line.tight))))
      return;
    found.zones.set(index, isMarking ? "below" : "title");
    found.first = index;
    if (!isMarking && (isTitle(line.tight) || isTitle(line.tight.slice(-4)) || isUnknown)) found.hasTitle = true;
  }
}

/** Office, day, running total, marking, weekday, in any order; a title of a story ends it. */
function lookBelow(lines: Line[], at: number, found: Found): void {
  for (let index = at + 1; index < lines.length && index - at <= below; index += 1) {
    const line = lines[index] as Line;
    if (line.kind === "rule" || line.label === "furniture") continue;
    if (
      line.label ||
      line.kind !== "text" ||
      line.width > widest ||
      (isFootLike(line.tight) &&
        !isIssuer(half(line.tight).replace(shortDayPattern, "")) &&
        !isOfMasthead(unmarked(line.text)))
    )
      return;
    const text = wholeOf(lines, index);
    const day = fullDayIn(text);
    const isDay = day !== null && !found.hasDay && isOfMasthead(unmarked(text));
    const isName =
      isIssuer(compact(unmarked(half(text)).replace(shortDayPattern, ""))) &&
      (!found.hasDay || dayFollows(lines, index) || /^(主办|承办|编印)/.test(line.tight));
    const isOther =
      markingPattern.test(line.tight) ||
      new RegExp(`^${totalPattern.source}$`).test(unmarked(half(line.text)).trim()) ||
      isWeekday(line.tight) ||
      isSubtitle(line, found);
    if (!isDay && !isName && !isOther && !isOffices(line, lines, index, found)) return;
    if (isDay) found.hasDay = true;
    index = take(found, line, index, text);
  }
}

/** Takes a line, and the next where it goes on there; returns the last that was taken. */
function take(found: Found, line: Line, at: number, text: string, zone: Zone = "below"): number {
  found.zones.set(at, zone);
  const last = text.length > line.text.length ? at + 1 : at;
  if (last > at) found.zones.set(last, "goesOn");
  found.last = last;
  return last;
}

/** （5月4日—5月10日）: the period that a weekly covers; 今日8版: what a newspaper says beside its title. */
function isSubtitle({ read, tight, width }: Line, { hasDay }: Found): boolean {
  if (width > 40) return false;
  if (periodAlone.test(tight)) return true;
  if (/^[（(]\s*(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日?\s*[-—–~～至到]/.test(read) && /[）)]$/.test(tight))
    return true;
  const beside = half(tight).replace(besideTitle, "").replace(totalPattern, "");
  return hasDay && (beside === "" || /^第\d+号$/.test(tight) || weather.test(tight));
}

/** Two offices on one line, or one that has no word of its kind, where the day stands on the next line. */
function isOffices(line: Line, lines: Line[], index: number, found: Found): boolean {
  if (found.hasDay || line.width > 40 || line.ending !== "open" || /[，。；：]/.test(line.tight)) return false;
  return dayFollows(lines, index);
}

function dayFollows(lines: Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 3).find(({ kind }) => kind === "text");
  return next !== undefined && next.width < 30 && fullDayIn(next.text) !== null && isOfMasthead(unmarked(next.text));
}

/** A masthead that lost its number: a title of a publication, then office or day. */
export function withoutNumber(lines: Line[], at: number, title: string | null, isFirst: boolean): Found | null {
  const line = lines[at] as Line;
  if (line.width > 24 || (title === null && !(isFirst && at < 6))) return null;
  const words = unmarked(line.text);
  const cuts = cutsOf(words, "title");
  const isKnown = title !== null && shapeOf(line.read).endsWith(shapeOf(title));
  if (line.width > 24 || !cuts.some(({ label }) => label === "publication") || (!isKnown && !(isFirst && at < 6)))
    return null;
  if (cuts.some(({ label }) => label === "mastheadOther") || isDecorated(line.marked.style)) return null;
  const found: Found = {
    ...{ first: at, last: at, zones: new Map<number, Zone>([[at, "title"]]), number: "", hasTitle: true },
    hasDay: fullDayIn(line.text) !== null,
  };
  lookBelow(lines, at, found);
  if (lines.slice(at + 1, at + 3).some((each) => !each.label && isNumberLine(each.text))) return null;
  lookAbove(lines, at, found);
  const hasIssuer = [...found.zones].some(([index]) => index > at);
  return found.hasDay || (hasIssuer && isFirst) ? found : null;
}
