import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { actsOfAuditors, auditorsFilter } from "@/bulletin/people/auditors";
import { Empty } from "@/components/Empty";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";
import { aboutOf, actName, recordWords, whoOf } from "./record/words";

/** What the auditors did, before the one who reads their record. */
export async function AuditorsPart({ actor, search }: { actor: Actor; search: Record<string, string> }) {
  const [say, words, locale, { events, next }] = await Promise.all([
    getTranslations("auditors"),
    recordWords(),
    getLocale(),
    actsOfAuditors(actor, auditorsFilter.parse(search)),
  ]);
  return (
    <>
      <p className="py-3 text-ink-3">{say("fact")}</p>
      {events.length ? (
        <Table
          caption={say("title")}
          rows={events}
          columns={[
            {
              key: "at",
              head: say("at"),
              cell: ({ at }) => formatMoment(at, locale, { record: true }),
              className: "w-48 whitespace-nowrap",
            },
            { key: "who", head: say("who"), cell: (event) => whoOf(event, words), className: "w-40" },
            {
              key: "act",
              head: say("act"),
              cell: ({ act, refused }) => <span className={refused ? "text-ochre" : ""}>{actName(act, words)}</span>,
              className: "w-48",
            },
            { key: "about", head: say("about"), wide: true, cell: ({ detail }) => aboutOf(detail, words) },
          ]}
        />
      ) : (
        <Empty title={say("none")} />
      )}
      {next && (
        <Link
          prefetch={false}
          href={`/admin?part=auditors&before=${next}`}
          className="texttool inline-flex min-h-11 items-center"
        >
          {say("older")}
        </Link>
      )}
    </>
  );
}
