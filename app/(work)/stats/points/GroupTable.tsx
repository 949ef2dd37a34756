import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatPoints, formatSigned } from "@/bulletin/archive/points/hundredths";
import type { NamedPeriod } from "@/bulletin/archive/points/period";
import type { Line, PointsTable } from "@/bulletin/archive/points/table";
import { type Column, Table } from "@/components/Table";

type Props = { table: PointsTable; period: NamedPeriod; hasGroups: boolean };

/** One peer group: each figure leads to what it is the sum of. */
export async function GroupTable({ table: { name, quota, lines }, period, hasGroups }: Props) {
  const say = await getTranslations("points");
  const title = name ?? (hasGroups ? say("ungrouped") : say("title"));
  const to = ({ id, office }: Line, view: string, head: string, figure: string | number) => (
    <Link
      prefetch={false}
      href={`/stats/points/${id}?${new URLSearchParams({ period: period.key, view })}`}
      aria-label={`${office} ${head} ${figure}`}
      className="-my-2 inline-flex min-h-11 min-w-11 items-center justify-end hover:underline"
    >
      {figure}
    </Link>
  );
  // The name of the figure, whether it is left out on a narrow screen, the view that lists it.
  const figures = [
    ["sent", true, "sent", ({ sent }: Line) => sent],
    ["adopted", true, "adopted", ({ adopted }: Line) => adopted],
    ["automatic", true, "automatic", ({ automatic }: Line) => formatPoints(automatic)],
    ["byHand", true, "byHand", ({ byHand }: Line) => formatSigned(byHand)],
    ["total", false, "all", ({ total }: Line) => formatPoints(total)],
    ["cumulative", false, "cumulative", ({ cumulative }: Line) => formatPoints(cumulative)],
  ] as const;
  const columns: Column<Line>[] = [
    ...(lines.some(({ rank }) => rank !== null)
      ? [{ key: "rank", head: say("rank"), align: "right" as const, cell: ({ rank }: Line) => rank, className: "w-16" }]
      : []),
    { key: "office", head: say("office"), cell: ({ office }) => office },
    ...figures.map(([key, wide, view, cell]) => ({
      ...{ key, wide, align: "right" as const, className: "w-28 whitespace-nowrap", head: say(key) },
      cell: (line: Line) => to(line, view, say(key), cell(line)),
    })),
    ...(quota
      ? [
          {
            ...{ key: "rate", head: say("rate"), align: "right" as const, wide: true, className: "w-28" },
            cell: ({ cumulative }: Line) => `${Math.round((cumulative * 100) / quota)}%`,
          },
        ]
      : []),
  ];
  return (
    <section className="max-w-[1120px] pt-4">
      <h2 className="flex flex-wrap items-baseline gap-x-4 pb-1 font-bold">
        {title}
        {quota > 0 && <span className="font-normal text-ink-3">{say("quota", { points: formatPoints(quota) })}</span>}
      </h2>
      <Table caption={title} rows={lines} columns={columns} />
    </section>
  );
}
