import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { travel } from "./clock";
import {
  addDays,
  dayOf,
  daysOfMonth,
  earlierDay,
  formatDay,
  formatMasthead,
  formatMoment,
  formatPeriod,
  formatStamp,
  fromColumn,
  isDay,
  laterDay,
  toColumn,
  today,
  weekdayOf,
  weekOf,
} from "./dates";

afterEach(() => travel());

describe("a day", () => {
  it.each([
    "0000-01-01",
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    "",
  ])("%j does not exist", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("is the 29th of February in a leap year", () => {
    expect(isDay("2028-02-29")).toBe(true);
  });

  it("is the one in the office's zone, wherever the machine stands", () => {
    expect(dayOf(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
    expect(dayOf(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
    travel(new Date("2025-12-31T16:00:01Z"));
    expect(today()).toBe("2026-01-01");
  });

  it("stands before or after another, whichever is named first", () => {
    const [first, second] = ["2025-12-31", "2026-01-01"];
    expect([earlierDay(first, second), earlierDay(second, first)]).toEqual([first, first]);
    expect([laterDay(first, second), laterDay(second, first)]).toEqual([second, second]);
  });

  it("is the last of its month, also of December and of a leap year's February", () => {
    expect(daysOfMonth(2026, 12)).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(daysOfMonth(2028, 2)).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });

  it("goes into a column and comes out the same", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(fromColumn(toColumn(day))).toBe(day);
      }),
    );
    expect([toColumn(null), fromColumn(null)]).toEqual([null, null]);
  });

  it("is counted forwards and back without a day gained or lost", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("lies in a week from Monday to Sunday", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { from, to } = weekOf(day);
        expect([weekdayOf(from), weekdayOf(to)]).toEqual([1, 7]);
        expect(from <= day && day <= to).toBe(true);
      }),
    );
    expect(weekOf("2026-11-22")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  });
});

describe("what people read", () => {
  it("names the year only where it is not this one", () => {
    travel(new Date("2026-11-22T04:00:00Z"));
    expect(formatDay("2026-05-08")).toBe("5月8日 周五");
    expect(formatDay("2025-05-08")).toBe("2025年5月8日 周四");
    expect(formatDay("2026-05-08", "en")).toMatch(/^Fri,? 8 May$|^Fri, May 8$/);
  });

  it("shows a moment of today by its time and another by its day", () => {
    travel(new Date("2026-11-22T04:00:00Z"));
    expect(formatMoment(new Date("2026-11-21T16:00:00Z"))).toBe("00:00");
    expect(formatMoment(new Date("2026-11-21T15:59:00Z"))).toBe("11月21日 周六");
    expect(formatMoment(new Date("2026-11-22T03:05:00Z"), "zh-CN", { record: true })).toBe("11月22日 周日 11:05");
  });

  it("names the year of a moment where it is to outlast it, and its seconds where it is evidence", () => {
    travel(new Date("2026-11-22T04:00:00Z"));
    const moment = new Date("2026-05-08T16:05:09.999Z");
    expect(formatMoment(moment, "zh-CN", { record: true, year: true })).toBe("2026年5月9日 周六 00:05");
    expect(formatMoment(moment, "en", { record: true, year: true })).toMatch(/2026.* 00:05$/);
    expect(formatStamp(moment)).toBe("2026-05-09 00:05:09");
  });

  it("shows a period, and the date of a masthead with its year", () => {
    travel(new Date("2026-11-22T04:00:00Z"));
    expect(formatPeriod("2026-05-04", "2026-05-10")).toBe("5月4日—5月10日");
    expect(formatMasthead("2026-05-11")).toBe("2026年5月11日");
  });
});

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays("2000-01-01", days));
