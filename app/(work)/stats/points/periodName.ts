import type { getTranslations } from "next-intl/server";
import type { Period } from "@/bulletin/archive/points/period";

type Say = Awaited<ReturnType<typeof getTranslations<"points">>>;

/** 2026年11月, 2026年第4季度, 2026年, 启用以来. */
export function periodName(say: Say, { kind, year, part }: Period): string {
  return say(`${kind}Name`, { year: String(year), part });
}
