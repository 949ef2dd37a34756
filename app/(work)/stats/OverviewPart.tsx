import { useLocale, useTranslations } from "next-intl";
import type { Point } from "@/bulletin/archive/statistics/overTime";
import type { Overview } from "@/bulletin/archive/statistics/overview";
import { Bars } from "./Bars";
import { OfficeTable } from "./OfficeTable";
import { PointsTable } from "./PointsTable";
import { pointName } from "./pointName";
import type { Query } from "./query";
import { TimeLines } from "./TimeLines";

/** As drawn: the bars and the lines on the left, the table of the offices on the right. */
export function OverviewPart({ of, query }: { of: Overview; query: Query }) {
  const say = useTranslations("stats");
  const locale = useLocale();
  const { selection, offices, points } = of;
  const bars = offices.map(({ id, shortName, kind, tally: { sent, adopted } }) => ({
    ...{ id, label: shortName, group: kind },
    ...{ sent, adopted },
  }));
  const unit = points[0]?.unit ?? "month";
  const short = (point: Point) =>
    point.unit === "issue"
      ? String(point.number)
      : point.unit === "month"
        ? String(Number(point.from.slice(5, 7)))
        : point.from.slice(5).replace("-", "/");
  const long = (point: Point) => pointName(say, point, locale);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,584fr)_minmax(0,752fr)]">
      <div className="grid content-start gap-6">
        {selection.whole && (
          <section aria-label={say("byOffice")}>
            <div className="flex flex-wrap items-center justify-between gap-x-6 pb-3">
              <h2 className="font-bold">{say("byOffice")}</h2>
              <p className="flex items-center gap-4 text-ink-2">
                <span className="inline-flex items-center gap-2">
                  <span aria-hidden className="h-3 w-5 border border-field bg-sheet" />
                  {say("sent")}
                </span>
                <span className="inline-flex items-center gap-2">
                  <svg aria-hidden width="20" height="12">
                    <rect width="20" height="12" fill="var(--color-indigo)" />
                  </svg>
                  {say("adopted")}
                </span>
                {say("unit")}
              </p>
            </div>
            <Twice>
              {(width) => <Bars title={say("byOffice")} fact={say("byOfficeFact")} rows={bars} width={width} />}
            </Twice>
          </section>
        )}
        {points.length > 0 && (
          <section
            aria-label={say(`overTime.${unit}`)}
            className={`break-inside-avoid ${selection.whole ? "border-t border-line-2 pt-3" : ""}`}
          >
            <div className="flex flex-wrap justify-between gap-x-6 pb-2">
              <h2 className="font-bold">{say(`overTime.${unit}`)}</h2>
              <span className="text-ink-2">{say(`axis.${unit}`)}</span>
            </div>
            <Twice>{(width) => <TimeLines points={points} width={width} labelOf={short} />}</Twice>
            <PointsTable points={points} year={selection.period.year} query={query} labelOf={long} />
          </section>
        )}
      </div>
      <div className="min-w-0">
        <OfficeTable of={of} query={query} />
        <p className="py-4 text-ink-2">
          {selection.whole && say("foot")}
          {say("footRate")}
        </p>
      </div>
    </div>
  );
}

/** A drawing for a wide screen and for paper, and one for a telephone, so that letters stay letters. */
function Twice({ children }: { children: (width: number) => React.ReactNode }) {
  return (
    <>
      <div className="max-sm:hidden print:block">{children(584)}</div>
      <div className="sm:hidden print:hidden">{children(358)}</div>
    </>
  );
}
