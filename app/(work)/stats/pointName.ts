import type { useTranslations } from "next-intl";
import type { Point } from "@/bulletin/archive/statistics/overTime";
import { formatDay } from "@/lib/dates";

type Say = ReturnType<typeof useTranslations<"stats">>;

/** 第19期, 5月, 5月4日 for a week or a day. */
export function pointName(say: Say, { unit, number, from }: Point, locale: string): string {
  if (unit === "issue") return say("number", { number });
  if (unit === "month") return say("monthName", { month: String(Number(from.slice(5, 7))) });
  return formatDay(from, locale, { weekday: false });
}
