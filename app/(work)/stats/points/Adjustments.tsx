import { getLocale, getTranslations } from "next-intl/server";
import type { adjustmentsIn } from "@/bulletin/archive/points/byHand";
import { formatSigned } from "@/bulletin/archive/points/hundredths";
import { ActDialog } from "@/components/ActDialog";
import { TextArea } from "@/components/Field";
import { type Column, Table } from "@/components/Table";
import { formatDay } from "@/lib/dates";
import { withdrawAdjustmentAction } from "./actions";

type Row = Awaited<ReturnType<typeof adjustmentsIn>>[number];

/** What was given and taken by hand, with the reasons; also what was withdrawn. */
export async function Adjustments({ rows, mayKeep }: { rows: Row[]; mayKeep: boolean }) {
  const [say, locale] = await Promise.all([getTranslations("points"), getLocale()]);
  if (!rows.length) return null;
  const columns: Column<Row>[] = [
    {
      key: "on",
      head: say("on"),
      wide: true,
      cell: ({ on }) => formatDay(on, locale, { weekday: false }),
      className: "w-32 whitespace-nowrap",
    },
    { key: "office", head: say("office"), wide: true, cell: ({ office }) => office, className: "w-32" },
    {
      key: "points",
      head: say("pointsHead"),
      align: "right",
      cell: ({ points, withdrawnAt }) => (
        <span className={withdrawnAt ? "text-ink-3 line-through" : ""}>{formatSigned(points)}</span>
      ),
      className: "w-20",
    },
    {
      key: "reason",
      head: say("reason"),
      cell: ({ on, office, reason, withdrawnAt, withdrawReason }) => (
        <>
          <span className="block text-ink-3 lg:hidden">{`${formatDay(on, locale, { weekday: false })}　${office}`}</span>
          {reason}
          {withdrawnAt && <span className="block text-ink-3">{say("withdrawn", { reason: withdrawReason })}</span>}
        </>
      ),
    },
    { key: "by", head: say("by"), wide: true, cell: ({ byName }) => byName, className: "w-28" },
    {
      key: "acts",
      head: "",
      align: "right",
      cell: ({ id, office, points, withdrawnAt }) =>
        mayKeep &&
        !withdrawnAt && (
          <span className="-my-2 inline-flex">
            <ActDialog
              verb={say("withdraw")}
              title={say("withdrawTitle", { office, points: formatSigned(points) })}
              action={withdrawAdjustmentAction as never}
              hidden={{ id }}
              openTone="text"
              staysOpen
            >
              <p className="mb-3">{say("withdrawFact")}</p>
              <TextArea name="reason" label={say("withdrawReason")} rows={2} required />
            </ActDialog>
          </span>
        ),
      className: "w-20",
    },
  ];
  return (
    <section className="max-w-[1120px] pt-8">
      <h2 className="pb-1 font-bold">{say("adjustments")}</h2>
      <Table caption={say("adjustments")} rows={rows} columns={columns} />
    </section>
  );
}
