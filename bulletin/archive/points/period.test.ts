import { expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { momentOf } from "@/lib/dates";
import { lastQuarter, periodOf, stepOf } from "./period";

const days = (key: string) => {
  const { from, to } = periodOf(key);
  return `${from} ${to}`;
};

it("a period has its first and its last day, also in February and at the end of a year", () => {
  expect(["2026-02", "2028-02", "2026-12", "2026-Q1", "2026-Q4", "2026"].map(days)).toEqual([
    "2026-02-01 2026-02-28",
    "2028-02-01 2028-02-29",
    "2026-12-01 2026-12-31",
    "2026-01-01 2026-03-31",
    "2026-10-01 2026-12-31",
    "2026-01-01 2026-12-31",
  ]);
});

it("goes to the one before and after, over the year", () => {
  expect(stepOf(periodOf("2026-01"), -1)?.key).toBe("2025-12");
  expect(stepOf(periodOf("2026-Q4"), 1)?.key).toBe("2027-Q1");
  expect(stepOf(periodOf("2026"), -1)?.key).toBe("2025");
  expect(stepOf(periodOf("all"), 1)).toBeNull();
});

it("that makes no sense is the present quarter; the last quarter is the one before, by the office's clock", () => {
  // In the office it is already the next year.
  travel(momentOf("2027-01-01", "00:30"));
  const nonsense = [undefined, "", "2026-13", "2026-Q5", "9999", "0000-01", "2026-11-30", "'; --", "三月"];
  expect(nonsense.map((key) => periodOf(key).key)).toEqual(nonsense.map(() => "2027-Q1"));
  expect(lastQuarter().key).toBe("2026-Q4");
  travel();
});
