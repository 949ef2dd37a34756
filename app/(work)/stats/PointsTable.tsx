import { useTranslations } from "next-intl";
import type { Point } from "@/bulletin/archive/statistics/overTime";
import { rateOf } from "@/bulletin/archive/statistics/tallies";
import { Table } from "@/components/Table";
import { percent } from "@/lib/percent";
import { Count } from "./Figure";
import { inIssue, listHref, onDays, type Query } from "./query";

type Props = { points: Point[]; year: number; query: Query; labelOf: (point: Point) => string };

/** The same figures as the lines above it, each with its list. */
export function PointsTable({ points, year, query, labelOf }: Props) {
  const say = useTranslations("stats");
  const unit = points[0]?.unit ?? "month";
  const within = ({ issueId, number, from, to }: Point) =>
    issueId ? inIssue(query, year, number) : onDays(query, from, to);
  return (
    <Table
      caption={say(`overTime.${unit}`)}
      rows={points.map((point) => ({ ...point, id: String(point.number) }))}
      columns={[
        { key: "name", head: say(`stretch.${unit}`), cell: labelOf, className: "whitespace-nowrap" },
        {
          key: "sent",
          head: say("sent"),
          align: "right",
          cell: (point) => <Count count={point.sent} href={listHref(within(point), "sent")} />,
        },
        {
          key: "adopted",
          head: say("adopted"),
          align: "right",
          cell: (point) => <Count count={point.adopted} href={listHref(within(point), "adopted")} bold />,
        },
        {
          key: "rate",
          head: say("rate"),
          align: "right",
          cell: (point) => percent(rateOf(point)),
        },
      ]}
    />
  );
}
