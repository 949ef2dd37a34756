import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { board } from "@/bulletin/desk/board";
import { receiptsOf } from "@/bulletin/post/receipts";
import { Empty } from "@/components/Empty";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Table } from "@/components/Table";
import { formatMoment } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { IssueName } from "../../IssueName";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipts"))("title") };
}

/** Who has it, who has opened it, who has acknowledged it. */
export default async function ReceiptsPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations("receipts"),
    getLocale(),
  ]);
  const [
    issue,
    {
      deliveries,
      sums: { opened, acknowledged },
    },
  ] = await Promise.all([seen(board(actor, id)), seen(receiptsOf(actor, id))]);
  const moment = (at: Date | null) => at && formatMoment(at, locale, { record: true });
  return (
    <main className="grow">
      <PageBar back={{ href: `/issues/${id}`, label: say("back") }}>
        <PageTitle>{say("title")}</PageTitle>
        <IssueName issue={issue} />
        <span className="text-ink-2">{say("sum", { deliveries: deliveries.length, opened, acknowledged })}</span>
      </PageBar>
      <div className="px-8 py-4 max-sm:px-4">
        {deliveries.length ? (
          <Table
            caption={say("title")}
            rows={deliveries}
            columns={[
              { key: "name", head: say("name"), cell: ({ account }) => <b>{account.name}</b>, className: "w-32" },
              {
                key: "office",
                head: say("office"),
                cell: ({ account }) => account.office.shortName,
                className: "w-32",
              },
              { key: "labels", head: say("labels"), wide: true, cell: ({ labels }) => labels.join("，") },
              {
                key: "opened",
                head: say("opened"),
                align: "right",
                wide: true,
                cell: ({ openedAt }) => moment(openedAt),
                className: "w-48 whitespace-nowrap",
              },
              {
                key: "acknowledged",
                head: say("acknowledged"),
                align: "right",
                cell: ({ acknowledgedAt }) => moment(acknowledgedAt),
                className: "w-48",
              },
            ]}
          />
        ) : (
          <Empty title={say("none")} fact={say("noneFact")} />
        )}
      </div>
    </main>
  );
}
