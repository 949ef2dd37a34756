import { now } from "./clock";

/** A calendar day, `YYYY-MM-DD`. Days have no time zone; moments are shown in the office's. */
export type Day = string;

export const timeZone = "Asia/Shanghai";
const dayInZone = new Intl.DateTimeFormat("sv-SE", { timeZone });
const timeInZone = new Intl.DateTimeFormat("sv-SE", { timeZone, hour: "2-digit", minute: "2-digit" });
const stampInZone = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });

export function dayOf(moment: Date): Day {
  return dayInZone.format(moment);
}

export function today(): Day {
  return dayOf(now());
}

/** A `@db.Date` column as a day. */
export function fromColumn(date: Date): Day;
export function fromColumn(date: Date | null): Day | null;
export function fromColumn(date: Date | null): Day | null {
  return date ? date.toISOString().slice(0, 10) : null;
}

export function toColumn(day: Day): Date;
export function toColumn(day: Day | null): Date | null;
export function toColumn(day: Day | null): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null;
}

/** Whether `text` is a day that exists (not 2026-02-30, and no year 0, which PostgreSQL does not know). */
export function isDay(text: string): text is Day {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && fromColumn(date) === text;
}

/** The moment at which it is `time` (HH:MM) on a day in the office's zone, which keeps no summer time. */
export function momentOf(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** HH:MM in the office's zone. */
export function timeOf(moment: Date): string {
  return timeInZone.format(moment);
}

export function addDays(day: Day, days: number): Day {
  const date = toColumn(day);
  date.setUTCDate(date.getUTCDate() + days);
  return fromColumn(date);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return toColumn(day).getUTCDay() || 7;
}

/** The Monday and the Sunday around a day. */
export function weekOf(day: Day): { from: Day; to: Day } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

export function earlierDay(one: Day, other: Day): Day {
  return one < other ? one : other;
}

export function laterDay(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The first and the last day of a month, 1 to 12. */
export function daysOfMonth(year: number, month: number): { from: Day; to: Day } {
  const first = (of: number, at: number) => `${String(of).padStart(4, "0")}-${String(at).padStart(2, "0")}-01`;
  const next = month === 12 ? first(year + 1, 1) : first(year, month + 1);
  return { from: first(year, month), to: addDays(next, -1) };
}

// Making a format takes fifty times as long as using it, and there are a dozen.
const kept = new Map<string, Intl.DateTimeFormat>();

function parts(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  kept.set(key, format);
  return format;
}

/** 5月8日 周五; the year only outside this one (TOKENS, Dates). */
export function formatDay(day: Day, locale = "zh-CN", { weekday = true, year = false } = {}): string {
  const date = toColumn(day);
  const withYear = year || day.slice(0, 4) !== today().slice(0, 4);
  if (!locale.startsWith("zh"))
    return parts(locale, {
      day: "numeric",
      month: "short",
      year: withYear ? "numeric" : undefined,
      weekday: weekday ? "short" : undefined,
    }).format(date);
  const text = parts("zh-CN", { year: withYear ? "numeric" : undefined, month: "long", day: "numeric" }).format(date);
  return weekday ? `${text} ${parts("zh-CN", { weekday: "short" }).format(date)}` : text;
}

/** 15:42 today, 5月8日 周五 otherwise; with `record`, always both; with `year`, that of this one too. */
export function formatMoment(moment: Date, locale = "zh-CN", { record = false, year = false } = {}): string {
  const day = dayOf(moment);
  const time = timeOf(moment);
  if (day === today() && !record) return time;
  return record ? `${formatDay(day, locale, { year })} ${time}` : formatDay(day, locale, { year });
}

/** 2026-05-08 15:42:07 in the office's zone: for files that are sorted, and as evidence. */
export function formatStamp(moment: Date): string {
  return stampInZone.format(moment);
}

/** 5月4日—5月10日. */
export function formatPeriod(from: Day, to: Day, locale = "zh-CN"): string {
  const short = { weekday: false };
  return `${formatDay(from, locale, short)}—${formatDay(to, locale, short)}`;
}

/** 2026年5月11日, as on a masthead. */
export function formatMasthead(day: Day): string {
  return formatDay(day, "zh-CN", { weekday: false, year: true });
}

/** 星期五, as on a newspaper. */
export function dayOfWeek(day: Day): string {
  return parts("zh-CN", { weekday: "long" }).format(toColumn(day));
}
