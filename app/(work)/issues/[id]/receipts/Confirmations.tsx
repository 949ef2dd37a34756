import { useLocale, useTranslations } from "next-intl";
import type { confirmationsOf } from "@/bulletin/press/recall";
import { Table } from "@/components/Table";
import { formatMoment } from "@/lib/dates";

/** Who had a recalled issue before them, and who has said that they know; those who have not stand first, with their telephone. */
type Props = { asked: Awaited<ReturnType<typeof confirmationsOf>> };

export function Confirmations({ asked: { rows, count, confirmed } }: Props) {
  const say = useTranslations("receipts");
  const locale = useLocale();
  return (
    <section>
      <h2 className="border-b border-line-2 pb-2 font-bold">
        {say("recalled")}
        <span className="ml-3 font-normal text-ink-3">{say("recalledSum", { count, confirmed })}</span>
      </h2>
      <Table
        caption={say("recalled")}
        rows={rows}
        columns={[
          { key: "name", head: say("name"), cell: ({ account }) => <b>{account.name}</b>, className: "w-32" },
          { key: "office", head: say("office"), cell: ({ account }) => account.office.shortName, className: "w-40" },
          { key: "phone", head: say("phone"), wide: true, cell: ({ account }) => account.phone },
          {
            key: "confirmed",
            head: say("confirmed"),
            align: "right",
            cell: ({ confirmedAt }) => confirmedAt && formatMoment(confirmedAt, locale, { record: true }),
            className: "w-52",
          },
        ]}
      />
      {count > rows.length && <p className="py-2 text-ink-3">{say("moreAsked", { count: count - rows.length })}</p>}
    </section>
  );
}
