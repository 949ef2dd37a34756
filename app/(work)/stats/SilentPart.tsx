import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CountedOffice } from "@/bulletin/archive/statistics/selection";
import type { Silent } from "@/bulletin/archive/statistics/silence";
import { Table } from "@/components/Table";
import { formatDay } from "@/lib/dates";
import { listHref, type Query } from "./query";

/** Who sent nothing and for how long; who sent and had nothing adopted. In the order of the roster. */
export function SilentPart({ silent, unheard, query }: { silent: Silent[]; unheard: CountedOffice[]; query: Query }) {
  const say = useTranslations("stats");
  const locale = useLocale();
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <section aria-label={say("silentTitle")}>
        <h2 className="font-bold">{say("silentTitle")}</h2>
        <p className="pb-3 text-ink-2">{say("silentFact")}</p>
        {silent.length ? (
          <Table
            caption={say("silentTitle")}
            rows={silent.map((each) => ({ ...each, id: each.office.id }))}
            columns={[
              { key: "office", head: say("office"), cell: ({ office }) => office.name },
              {
                key: "last",
                head: say("lastSent"),
                cell: ({ since, office }) =>
                  since ? (
                    <Link
                      prefetch={false}
                      className="texttool"
                      href={listHref({ ...query, period: "days", from: since, to: since, office: office.id }, "sent")}
                    >
                      {formatDay(since, locale, { weekday: false })}
                    </Link>
                  ) : (
                    say("never")
                  ),
                className: "whitespace-nowrap",
              },
              {
                key: "weeks",
                head: say("weeksInARow"),
                align: "right",
                cell: ({ weeks }) => weeks,
                className: "whitespace-nowrap",
              },
            ]}
          />
        ) : (
          <p>{say("silentNone")}</p>
        )}
      </section>
      <section aria-label={say("unheardTitle")}>
        <h2 className="pb-3 font-bold">{say("unheardTitle")}</h2>
        {unheard.length ? (
          <ul>
            {unheard.map(({ id, name }) => (
              <li key={id} className="border-b border-line">
                <Link
                  prefetch={false}
                  href={listHref({ ...query, office: id }, "sent")}
                  className="inline-flex min-h-11 items-center hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <p>{say("unheardNone")}</p>
        )}
      </section>
    </div>
  );
}
