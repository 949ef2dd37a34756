import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { Award } from "@/bulletin/archive/points/awards";
import type { explained } from "@/bulletin/archive/points/explained";
import { formatSigned } from "@/bulletin/archive/points/hundredths";
import { Empty } from "@/components/Empty";
import { type Column, Table } from "@/components/Table";
import { formatDay } from "@/lib/dates";
import { because } from "./because";

type Props = { found: Awaited<ReturnType<typeof explained>> };

/** Award by award: the day on which it counts, what it was for, by which rule, how many points. */
export async function AwardsTable({ found }: Props) {
  const [say, rules, locale] = await Promise.all([
    getTranslations("points"),
    getTranslations("pointsRules"),
    getLocale(),
  ]);
  if (!found.awards.length) return <Empty title={say("noAwards")} />;
  const why = (award: Award) => because(award, found, say, rules, locale).join(locale.startsWith("zh") ? "；" : "; ");
  const columns: Column<Award>[] = [
    {
      key: "day",
      head: say("day"),
      cell: ({ day }) => formatDay(day, locale, { weekday: false }),
      className: "w-32 whitespace-nowrap max-sm:w-20",
    },
    {
      key: "thing",
      head: say("thing"),
      cell: (award) => (
        <>
          <span className="mr-2 text-ink-3">{say(`things.${award.what}`)}</span>
          {award.what !== "byHand" && (
            <Link prefetch={false} href={`/items/${award.itemId}?view=fate`} className="hover:underline">
              {found.titles.get(award.itemId) ?? say("hiddenItem")}
            </Link>
          )}
          <span className="block text-ink-3 lg:hidden">{why(award)}</span>
        </>
      ),
    },
    { key: "why", head: say("why"), wide: true, cell: why, className: "w-2/5" },
    {
      key: "points",
      head: say("pointsHead"),
      align: "right",
      cell: ({ points }) => (points ? formatSigned(points) : "0"),
      className: "w-20",
    },
  ];
  return (
    <>
      <Table caption={say("views.name")} rows={found.awards} columns={columns} />
      <p className="flex min-h-11 items-center justify-end gap-4 px-2 font-bold">
        {say("sum")}
        <span className="tabular-nums">{formatSigned(found.sum)}</span>
      </p>
    </>
  );
}
