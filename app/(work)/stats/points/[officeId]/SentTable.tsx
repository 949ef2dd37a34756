import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { Period } from "@/bulletin/archive/period";
import { sentBy } from "@/bulletin/archive/points/sent";
import { Empty } from "@/components/Empty";
import { ItemSign } from "@/components/StateSign";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/dates";
import { seen } from "@/lib/sight";

/** What the office sent, whatever became of it. */
export async function SentTable({ actor, officeId, period }: { actor: Actor; officeId: string; period: Period }) {
  const [say, locale, rows] = await Promise.all([
    getTranslations("points"),
    getLocale(),
    seen(sentBy(actor, officeId, period)),
  ]);
  if (!rows.length) return <Empty title={say("noItems")} />;
  return (
    <Table
      caption={say("sent")}
      rows={rows}
      columns={[
        {
          key: "day",
          head: say("day"),
          cell: ({ day }) => formatDay(day, locale, { weekday: false }),
          className: "w-32 whitespace-nowrap",
        },
        {
          key: "title",
          head: say("thing"),
          cell: ({ id, title }) => (
            <Link prefetch={false} href={`/items/${id}?view=fate`} className="hover:underline">
              {title}
            </Link>
          ),
        },
        {
          key: "state",
          head: say("state"),
          cell: ({ state, submissions }) => <ItemSign state={state} submissions={submissions} />,
          className: "w-32",
        },
      ]}
    />
  );
}
