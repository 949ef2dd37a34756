import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { actsOfAuditors, auditorsFilter } from "@/bulletin/people/auditors";
import { Empty } from "@/components/Empty";
import type { Actor } from "@/lib/actor";
import { EventTable } from "./EventTable";

/** What the auditors did, before the one who reads their record. */
export async function AuditorsPart({ actor, search }: { actor: Actor; search: Record<string, string> }) {
  const [say, { events, next }] = await Promise.all([
    getTranslations("auditors"),
    actsOfAuditors(actor, auditorsFilter.parse(search)),
  ]);
  return (
    <>
      <p className="py-3 text-ink-3">{say("fact")}</p>
      {events.length ? <EventTable caption={say("title")} events={events} /> : <Empty title={say("none")} />}
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
