import { isDay } from "@/lib/dates";
import { half } from "./characters";
import { numeralClass, numeralOf } from "./numerals";

const n = `[${numeralClass}]`;
/** Digits that a reader parted (2 0 2 0) are one number. */
const number = (length: string) => `${n}(?:\\s?${n})${length}`;
const written = new RegExp(
  `(${number("{3}")})\\s*年\\s*(${number("{0,2}")})\\s*月\\s*(${number("{0,2}")})\\s*[日号]|` +
    `(?<!\\d)(\\d{4})\\s*([-./．·])\\s*(\\d{1,2})\\s*\\5\\s*(\\d{1,2})(?!\\d)`,
);
const inYear = new RegExp(
  `(?:(${number("{3}")})\\s*年\\s*)?(${number("{0,2}")})\\s*月\\s*(${number("{0,2}")})\\s*[日号]?`,
);
const dayOnly = new RegExp(
  `^[（(]?(?:截[至止]|自|从)?\\s*(${number("{0,2}")})\\s*日(?=[，,上下中晚凌早至到起0-9—~～-])`,
);

const daysIn = new RegExp(`^\\s*(?:截[至止]|自|从)?\\s*(?:${n}{4}\\s*年\\s*)?(?:${n}{1,2}\\s*月\\s*)?${n}{1,3}\\s*日`);

export type FoundDay = { day: string; from: number; to: number };

/** The first full date in `text`: 2020 年 2 月 3 日, 二〇二〇年二月三日, 2020.2.3, ２０２０年…; null where there is none. */
export function fullDayIn(text: string): FoundDay | null {
  const found = written.exec(half(text));
  if (!found) return null;
  const [year, month, day] = found[1] ? found.slice(1, 4) : [found[4], found[6], found[7]];
  const made = dayOf(numeralOf(year ?? ""), numeralOf(month ?? ""), numeralOf(day ?? ""));
  return made === null ? null : { day: made, from: found.index, to: found.index + found[0].length };
}

/**
 * The day that a text opens with (its first 30 characters, up to the first full stop); of a period the first
 * day. The year, where it is not written, is the one that brings the day nearest to that of the issue.
 */
export function openingDayOf(text: string, issueDay: string | null): string | null {
  const [first = "", second = ""] = half(text.slice(0, 90)).split(/[。!?；;]/);
  // 夏粮收购进展顺利。7月9日，…: a short sentence in the place of a headline.
  const isHeadline = first.length <= 30 && !/\d\s*日|[，,]/.test(first) && daysIn.test(second.slice(0, 16));
  const head = (isHeadline ? second : first).slice(0, 60);
  const found = inYear.exec(head);
  if (found && found.index <= 30) {
    const [year, month, day] = found.slice(1).map((each) => (each ? numeralOf(each) : null));
    if (year) return dayOf(year, month ?? null, day ?? null);
    return nearest(month ?? null, day ?? null, issueDay);
  }
  const alone = dayOnly.exec(head.trimStart());
  if (!alone || !issueDay) return null;
  return dayBefore(numeralOf(alone[1] ?? ""), issueDay);
}

function dayOf(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || year < 1900 || year > 2200) return null;
  const made = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(made) ? made : null;
}

function nearest(month: number | null, day: number | null, issueDay: string | null): string | null {
  if (!issueDay) return null;
  const year = Number(issueDay.slice(0, 4));
  const made = [year, year - 1, year + 1].flatMap((each) => dayOf(each, month, day) ?? []);
  const distance = (each: string) => Math.abs(Date.parse(each) - Date.parse(issueDay));
  return made.reduce<string | null>((best, each) => (best && distance(best) <= distance(each) ? best : each), null);
}

/** 3日 alone: in the month of the issue, or where that would lie ahead of it, in the one before. */
function dayBefore(day: number | null, issueDay: string): string | null {
  const [year = 0, month = 1] = issueDay.split("-").map(Number);
  const same = dayOf(year, month, day);
  if (same && same <= issueDay) return same;
  return month === 1 ? dayOf(year - 1, 12, day) : dayOf(year, month - 1, day);
}
