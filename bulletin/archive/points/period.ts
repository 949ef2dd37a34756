import { isDay, today } from "@/lib/dates";
import { monthOf, type Period, quarterOf, yearOf } from "../period";

/** One that an address names: `2026-11`, `2026-Q4`, `2026` or `all`. */
export type NamedPeriod = Period & { key: string };
type NamedKind = "month" | "quarter" | "year" | "all";

/** The period that an address names; nonsense is the present quarter. */
export function periodOf(key: string | undefined): NamedPeriod {
  const month = /^((?:19|2\d)\d{2})-(\d{2})$/.exec(key ?? "");
  if (month && isDay(`${key}-01`)) return named(monthOf(Number(month[1]), Number(month[2])));
  const quarter = /^((?:19|2\d)\d{2})-Q([1-4])$/.exec(key ?? "");
  if (quarter) return named(quarterOf(Number(quarter[1]), Number(quarter[2])));
  if (/^(19|2\d)\d{2}$/.test(key ?? "")) return named(yearOf(Number(key)));
  if (key === "all") return { key, kind: "all", year: 0, from: "1900-01-01", to: today() };
  return currentOf("quarter");
}

/** The period of this kind in which today lies. */
export function currentOf(kind: NamedKind): NamedPeriod {
  const [year = 0, month = 1] = today().split("-").map(Number);
  if (kind === "month") return named(monthOf(year, month));
  if (kind === "quarter") return named(quarterOf(year, Math.ceil(month / 3)));
  return kind === "year" ? named(yearOf(year)) : periodOf("all");
}

/** The last quarter that is over. */
export function lastQuarter(): NamedPeriod {
  return stepOf(currentOf("quarter"), -1) ?? currentOf("quarter");
}

/** The one before or after; null where there is none. */
export function stepOf({ kind, year, part = 0 }: Period, by: 1 | -1): NamedPeriod | null {
  if (kind === "all") return null;
  if (kind === "year") return named(yearOf(year + by));
  const parts = kind === "month" ? 12 : 4;
  const at = year * parts + part - 1 + by;
  return named((kind === "month" ? monthOf : quarterOf)(Math.floor(at / parts), (at % parts) + 1));
}

function named(period: Period): NamedPeriod {
  const { kind, year, part = 0 } = period;
  const key = { month: `-${pad(part, 2)}`, quarter: `-Q${part}` }[kind as string] ?? "";
  return { ...period, key: `${pad(year, 4)}${key}` };
}

const pad = (part: number, digits: number): string => String(part).padStart(digits, "0");
