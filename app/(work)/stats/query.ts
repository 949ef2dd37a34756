import type { Selection } from "@/bulletin/archive/statistics/selection";

export type Query = Record<string, string>;

/** What is counted now, as a part of an address; everything said, so that a link means the same tomorrow. */
export function queryOf({ publication, period, section, officeKind }: Selection): Query {
  const { kind, year, part, first, last, from, to } = period;
  return clean({
    publication: publication?.id ?? "all",
    period: kind,
    ...(kind !== "week" && kind !== "days" && { year: String(year) }),
    ...(part && { part: String(part) }),
    ...(first && { first: String(first), last: String(last ?? first) }),
    ...(kind === "days" && { from, to }),
    section,
    officeKind: officeKind ?? "",
  });
}

/** Days instead of the period that was chosen. */
export const onDays = (query: Query, from: string, to: string): Query => ({
  ...without(query, "year", "part", "first", "last"),
  ...{ period: "days", from, to },
});

/** One issue instead of the period that was chosen. */
export const inIssue = (query: Query, year: number, number: number): Query => ({
  ...without(query, "part", "from", "to"),
  ...{ period: "issues", year: String(year), first: String(number), last: String(number) },
});

export function without(query: Query, ...keys: string[]): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => !keys.includes(key)));
}

export function statsHref(query: Query, more: Query = {}): string {
  return `/stats?${new URLSearchParams(clean({ ...query, ...more }))}`;
}

export function listHref(query: Query, what: string, more: Query = {}): string {
  return `/stats/list?${new URLSearchParams(clean({ ...query, what, ...more }))}`;
}

function clean(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value));
}
