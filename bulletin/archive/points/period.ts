import { type Day, daysOfMonth, isDay, today } from "@/lib/dates";

export type PeriodKind = "month" | "quarter" | "year" | "all";
/** `2026-11`, `2026-Q4`, `2026` or `all`; `part` is the month or quarter. Both days are included. */
export type Period = { key: string; kind: PeriodKind; year: number; part: number; from: Day; to: Day };

/** The period that an address names; nonsense is the present quarter. */
export function periodOf(key: string | undefined): Period {
  const month = /^((?:19|2\d)\d{2})-(\d{2})$/.exec(key ?? "");
  if (month && isDay(`${key}-01`)) return monthOf(Number(month[1]), Number(month[2]));
  const quarter = /^((?:19|2\d)\d{2})-Q([1-4])$/.exec(key ?? "");
  if (quarter) return quarterOf(Number(quarter[1]), Number(quarter[2]));
  if (/^(19|2\d)\d{2}$/.test(key ?? "")) return yearOf(Number(key));
  if (key === "all") return { key, kind: "all", year: 0, part: 0, from: "1900-01-01", to: today() };
  return currentOf("quarter");
}

/** The period of this kind in which today lies. */
export function currentOf(kind: PeriodKind): Period {
  const [year = 0, month = 1] = today().split("-").map(Number);
  if (kind === "month") return monthOf(year, month);
  if (kind === "quarter") return quarterOf(year, Math.ceil(month / 3));
  return kind === "year" ? yearOf(year) : periodOf("all");
}

/** The last quarter that is over. */
export function lastQuarter(): Period {
  return stepOf(currentOf("quarter"), -1) ?? currentOf("quarter");
}

/** The one before or after; null where there is none. */
export function stepOf({ kind, year, part }: Period, by: 1 | -1): Period | null {
  if (kind === "all") return null;
  if (kind === "year") return yearOf(year + by);
  const parts = kind === "month" ? 12 : 4;
  const at = year * parts + part - 1 + by;
  return (kind === "month" ? monthOf : quarterOf)(Math.floor(at / parts), (at % parts) + 1);
}

const pad = (part: number, digits = 2): string => String(part).padStart(digits, "0");

function monthOf(year: number, part: number): Period {
  return { key: `${pad(year, 4)}-${pad(part)}`, kind: "month", year, part, ...daysOfMonth(year, part) };
}

function quarterOf(year: number, part: number): Period {
  const [from, to] = [daysOfMonth(year, part * 3 - 2).from, daysOfMonth(year, part * 3).to];
  return { key: `${pad(year, 4)}-Q${part}`, kind: "quarter", year, part, from, to };
}

function yearOf(year: number): Period {
  return {
    key: pad(year, 4),
    kind: "year",
    year,
    part: 0,
    from: daysOfMonth(year, 1).from,
    to: daysOfMonth(year, 12).to,
  };
}
