import { useLocale, useTranslations } from "next-intl";
import type { receiptsOf } from "@/bulletin/post/receipts";
import { Empty } from "@/components/Empty";
import { Table } from "@/components/Table";
import { formatMoment } from "@/lib/dates";

type Delivery = Awaited<ReturnType<typeof receiptsOf>>["deliveries"][number];

/** One reader a line: delivered, opened, acknowledged; by whom, where a deputy did it. */
export function ReceiptsTable({ deliveries, isWhole }: { deliveries: Delivery[]; isWhole: boolean }) {
  const say = useTranslations("receipts");
  const locale = useLocale();
  const moment = (at: Date | null, by: string | null) =>
    at && (
      <>
        {formatMoment(at, locale, { record: true })}
        {by && <span className="block text-ink-3">{say("byDeputy", { name: by })}</span>}
      </>
    );
  if (!deliveries.length)
    return isWhole ? <Empty title={say("none")} fact={say("noneFact")} /> : <Empty title={say("noneHere")} />;
  return (
    <Table
      caption={say("title")}
      rows={deliveries}
      columns={[
        {
          key: "name",
          head: say("name"),
          cell: ({ account }) => (
            <>
              <b>{account.name}</b>
              {account.disabledAt && <span className="block text-ink-3">{say("disabled")}</span>}
            </>
          ),
          className: "w-32",
        },
        { key: "office", head: say("office"), cell: ({ account }) => account.office.shortName, className: "w-32" },
        { key: "labels", head: say("labels"), wide: true, cell: ({ labels }) => labels.join("，") },
        {
          key: "delivered",
          head: say("delivered"),
          align: "right",
          wide: true,
          cell: ({ deliveredAt, remindedAt }) => (
            <>
              {formatMoment(deliveredAt, locale, { record: true })}
              {remindedAt && (
                <span className="block text-ink-3">
                  {say("reminded", { at: formatMoment(remindedAt, locale, { record: true }) })}
                </span>
              )}
            </>
          ),
          className: "w-52 whitespace-nowrap",
        },
        {
          key: "opened",
          head: say("opened"),
          align: "right",
          wide: true,
          cell: ({ openedAt, openedBy }) => moment(openedAt, openedBy),
          className: "w-48 whitespace-nowrap",
        },
        {
          key: "acknowledged",
          head: say("acknowledged"),
          align: "right",
          cell: ({ acknowledgedAt, acknowledgedBy }) => moment(acknowledgedAt, acknowledgedBy),
          className: "w-48",
        },
      ]}
    />
  );
}
