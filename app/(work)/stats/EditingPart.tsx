import Link from "next/link";
import { useTranslations } from "next-intl";
import type { editingOf } from "@/bulletin/archive/statistics/editing";
import type { Times } from "@/bulletin/archive/statistics/times";
import { Table } from "@/components/Table";
import { percent } from "@/lib/percent";
import { Count } from "./Figure";
import { listHref, type Query } from "./query";

type Props = { editing: Awaited<ReturnType<typeof editingOf>>; answer: Times; printing: Times; query: Query };

/** What was changed most and why, and how long things took. */
export function EditingPart({ editing: { compared, edited, most, reasons }, answer, printing, query }: Props) {
  const say = useTranslations("stats");
  const times = [
    { id: "answered", name: say("toAnswer"), ...answer },
    { id: "adopted", name: say("toPrinting"), ...printing },
  ];
  const days = (each: number | null) => each?.toFixed(1) ?? "";
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <section aria-label={say("mostChanged")}>
        <h2 className="font-bold">{say("mostChanged")}</h2>
        <p className="pb-3 text-ink-2">
          {say("editingFact", { compared, edited })}
          {edited > 0 && (
            <Link prefetch={false} href={listHref(query, "edited")} className="texttool ml-2">
              {say("list.edited")}
            </Link>
          )}
        </p>
        {most.length ? (
          <Table
            caption={say("mostChanged")}
            rows={most}
            columns={[
              {
                key: "title",
                head: say("item"),
                cell: ({ title, office, itemId }) => (
                  <Link prefetch={false} href={`/items/${itemId}`} className="block hover:underline">
                    {title}
                    <span className="block text-ink-3">{office}</span>
                  </Link>
                ),
              },
              {
                key: "share",
                head: say("share"),
                align: "right",
                cell: ({ changed }) => percent(changed),
                className: "whitespace-nowrap",
              },
            ]}
          />
        ) : (
          <p>{say("noChanges")}</p>
        )}
        <p className="pt-2 text-ink-3">{say("shareFact")}</p>
      </section>
      <div className="grid gap-8">
        <section aria-label={say("reasons")}>
          <h2 className="pb-3 font-bold">{say("reasons")}</h2>
          {reasons.length ? (
            <Table
              caption={say("reasons")}
              rows={reasons.map((each) => ({ ...each, id: each.reason }))}
              columns={[
                { key: "reason", head: say("reason"), cell: ({ reason }) => reason },
                {
                  key: "count",
                  head: say("times"),
                  align: "right",
                  cell: ({ reason, count }) => <Count count={count} href={listHref(query, "adopted", { reason })} />,
                },
              ]}
            />
          ) : (
            <p>{say("noReasons")}</p>
          )}
        </section>
        <section aria-label={say("speed")}>
          <h2 className="pb-3 font-bold">{say("speed")}</h2>
          <Table
            caption={say("speed")}
            rows={times}
            columns={[
              { key: "name", head: "", cell: ({ name }) => name },
              { key: "mean", head: say("meanDays"), align: "right", cell: ({ mean }) => days(mean) },
              { key: "median", head: say("medianDays"), align: "right", cell: ({ median }) => days(median) },
              {
                key: "count",
                head: say("counted"),
                align: "right",
                cell: ({ id, count }) => <Count count={count} href={listHref(query, id)} />,
              },
            ]}
          />
        </section>
      </div>
    </div>
  );
}
