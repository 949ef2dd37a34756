import { getLocale, getTranslations } from "next-intl/server";
import { Table } from "@/components/Table";
import { formatMoment } from "@/lib/dates";
import { aboutOf, actName, recordWords, whoOf } from "./record/words";

type Event = { id: bigint; at: Date; actorName: string; act: string; refused: boolean; detail: unknown };
type Subject = { itemId?: string | null; issueId?: string | null; subjectId?: string | null };

/** Lines of the record: when, who, what, and what it was about; with the ids, where whoever reads looks for them. */
export async function EventTable({ caption, events }: { caption: string; events: (Event & Subject)[] }) {
  const [say, words, locale] = await Promise.all([getTranslations("admin"), recordWords(), getLocale()]);
  return (
    <Table
      caption={caption}
      rows={events}
      columns={[
        {
          key: "at",
          head: say("at"),
          cell: ({ at }) => formatMoment(at, locale, { record: true, year: true }),
          className: "w-56 sm:whitespace-nowrap",
        },
        { key: "who", head: say("who"), cell: (event) => whoOf(event, words), className: "w-40" },
        {
          key: "act",
          head: say("act"),
          cell: ({ act, refused }) => <span className={refused ? "text-ochre" : ""}>{actName(act, words)}</span>,
          className: "w-48",
        },
        {
          key: "about",
          head: say("about"),
          wide: true,
          cell: ({ itemId, issueId, subjectId, detail }) => (
            <>
              {aboutOf(detail, words)}
              <span className="block text-ink-3">{itemId ?? issueId ?? subjectId}</span>
            </>
          ),
        },
      ]}
    />
  );
}
