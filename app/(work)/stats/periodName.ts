import type { useTranslations } from "next-intl";
import type { Period } from "@/bulletin/archive/period";
import { formatDay } from "@/lib/dates";

type Say = ReturnType<typeof useTranslations<"stats">>;

/** 2026年第1—19期, 2026年5月, 本周, 启用以来. Years are not numbers: they take no separator. */
export function periodName(say: Say, { kind, year, part, first, last, from, to }: Period, locale: string): string {
  const day = (each: string) => formatDay(each, locale, { weekday: false, year: true });
  if (kind === "week") return say("periods.week");
  if (kind === "days") return say("periods.days", { from: day(from), to: day(to) });
  if (kind === "issues") {
    const values = { year: String(year), first: String(first), last: String(last) };
    return first === last
      ? say("periods.issue", { year: String(year), first: String(first) })
      : say("periods.issues", values);
  }
  if (kind === "all") return say("periods.all");
  if (kind === "year") return say("periods.year", { year: String(year) });
  return say(`periods.${kind}`, { year: String(year), part: String(part) });
}
