import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { currentOf, type NamedPeriod, stepOf } from "@/bulletin/archive/points/period";
import { Tabs } from "@/components/Tabs";
import { periodName } from "../periodName";

/** Month, quarter, year or all; and the one before and after. */
export async function Periods({ period, href }: { period: NamedPeriod; href: (key: string) => string }) {
  const [say, stats, locale] = await Promise.all([getTranslations("points"), getTranslations("stats"), getLocale()]);
  const [before, after] = [stepOf(period, -1), stepOf(period, 1)];
  const step = "inline-flex min-h-11 min-w-11 items-center justify-center hover:bg-sunk";
  return (
    <>
      <Tabs
        name={say("periods.name")}
        tabs={(["month", "quarter", "year", "all"] as const).map((kind) => ({
          href: href((kind === period.kind ? period : currentOf(kind)).key),
          label: say(`periods.${kind}`),
          current: kind === period.kind,
        }))}
      />
      <p className="flex items-center gap-2 py-2">
        {before && (
          <Link prefetch={false} href={href(before.key)} aria-label={say("earlier")} className={step}>
            <ChevronLeft size={20} aria-hidden />
          </Link>
        )}
        <b>{periodName(stats, period, locale)}</b>
        {after && (
          <Link prefetch={false} href={href(after.key)} aria-label={say("later")} className={step}>
            <ChevronRight size={20} aria-hidden />
          </Link>
        )}
      </p>
    </>
  );
}
