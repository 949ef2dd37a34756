import { afterEach, describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { statisticsFilter } from "./filter";
import { periodInChinese } from "./noticeText";
import { calendarStretches } from "./overTime";
import { calendarPeriod, numbersOf } from "./period";

afterEach(() => travel());

const periodOf = (query: Record<string, string>) => calendarPeriod(statisticsFilter.parse(query));

describe("a period", () => {
  it("is that of the office's calendar, wherever the server stands", () => {
    // In the zone of these tests it is already April.
    travel(new Date("2026-03-31T23:30:00+08:00"));
    expect(periodOf({})).toMatchObject({ kind: "year", from: "2026-01-01", to: "2026-12-31" });
    expect(periodOf({ period: "month" })).toMatchObject({ from: "2026-03-01", to: "2026-03-31" });
    expect(periodOf({ period: "quarter" })).toMatchObject({ part: 1, from: "2026-01-01", to: "2026-03-31" });
    expect(periodOf({ period: "week" })).toMatchObject({ from: "2026-03-30", to: "2026-04-05" });
    expect(periodOf({ period: "quarter", year: "2024", part: "1" })).toMatchObject({ to: "2024-03-31" });
    expect(periodOf({ period: "month", year: "2024", part: "2" })).toMatchObject({ to: "2024-02-29" });
    expect(periodOf({ period: "month", year: "2025", part: "12" })).toMatchObject({ to: "2025-12-31" });
  });

  it("that was turned round is turned back, and says so", () => {
    const days = { period: "days", from: "2026-05-20", to: "2026-05-01" };
    expect(periodOf(days)).toMatchObject({ from: "2026-05-01", to: "2026-05-20", turned: true });
    expect(periodOf({ ...days, from: "2026-05-01", to: "2026-05-20" })).toMatchObject({ turned: false });
    expect(numbersOf({ first: 19, last: 3 })).toEqual({ first: 3, last: 19, turned: true });
    expect(numbersOf({ first: 19, last: null })).toEqual({ first: 19, last: null, turned: false });
  });

  it("made of nonsense is this year", () => {
    travel(new Date("2026-03-31T23:30:00+08:00"));
    const odd = { period: "forever", year: "12e9", part: "-1", from: "2026-02-30", to: "' OR 1=1", officeKind: "all" };
    expect(periodOf(odd)).toMatchObject({ kind: "year", year: 2026 });
    expect(periodOf({ period: "days" })).toMatchObject({ kind: "year" });
  });

  it("is parted into months, weeks or days that lie side by side, up to today", () => {
    travel(new Date("2026-05-13T12:00:00+08:00"));
    const year = calendarStretches({ from: "2026-01-01", to: "2026-12-31" });
    expect([year.length, year[0]?.unit, year.at(-1)?.from, year.at(-1)?.to]).toEqual([
      5,
      "month",
      "2026-05-01",
      "2026-05-13",
    ]);
    const month = calendarStretches({ from: "2026-04-01", to: "2026-04-30" });
    expect(month.map(({ from }) => from)).toEqual([
      "2026-04-01",
      "2026-04-06",
      "2026-04-13",
      "2026-04-20",
      "2026-04-27",
    ]);
    expect(calendarStretches({ from: "2026-05-11", to: "2026-05-17" }).map(({ to }) => to)).toEqual([
      "2026-05-11",
      "2026-05-12",
      "2026-05-13",
    ]);
    expect(calendarStretches({ from: "2027-01-01", to: "2027-12-31" })).toEqual([]);
  });

  it("has a name for print", () => {
    const days = { from: "2026-01-01", to: "2026-05-11", year: 2026, turned: false };
    expect(periodInChinese({ ...days, kind: "issues", first: 1, last: 19 })).toBe("2026年第1—19期");
    expect(periodInChinese({ ...days, kind: "issues", first: 5, last: 5 })).toBe("2026年第5期");
    expect(periodInChinese({ ...days, kind: "quarter", part: 1 })).toBe("2026年第一季度");
    expect(periodInChinese({ ...days, kind: "days" })).toBe("2026年1月1日至5月11日");
  });
});
