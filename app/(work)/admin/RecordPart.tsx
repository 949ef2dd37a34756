import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { readRecord, recordFilter } from "@/bulletin/people/record";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { Empty } from "@/components/Empty";
import { Checkbox } from "@/components/Field";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";

/** The record of acts for the auditor: who, when, what; never a text. */
export async function RecordPart({ actor, search }: { actor: Actor; search: Record<string, string> }) {
  const filter = recordFilter.parse(search);
  const [say, act, locale, { events, next }] = await Promise.all([
    getTranslations("admin"),
    getTranslations("record"),
    getLocale(),
    readRecord(actor, filter),
  ]);
  const older = new URLSearchParams({
    ...(filter.who && { who: filter.who }),
    ...(filter.refused && { refused: "1" }),
    before: next ?? "",
  });
  return (
    <>
      <form className="flex flex-wrap items-end gap-4 py-3" action="/admin">
        <label className="grid">
          {say("who")}
          <input name="who" defaultValue={filter.who} className={boxClass(false, "w-48")} />
        </label>
        <Checkbox name="refused" value="1" label={say("refusedOnly")} defaultChecked={filter.refused} />
        <Button type="submit">{say("find")}</Button>
      </form>
      {events.length ? (
        <Table
          caption={say("record")}
          rows={events}
          columns={[
            {
              key: "at",
              head: say("at"),
              cell: ({ at }) => formatMoment(at, locale, { record: true }),
              className: "w-48 whitespace-nowrap",
            },
            {
              key: "who",
              head: say("who"),
              cell: ({ actorName, detail }) => whoOf(actorName, detail, act),
              className: "w-40",
            },
            {
              key: "act",
              head: say("act"),
              cell: ({ act: name, refused }) => (
                <span className={refused ? "text-ochre" : ""}>{act(name as "submit")}</span>
              ),
              className: "w-40",
            },
            {
              key: "about",
              head: say("about"),
              wide: true,
              cell: ({ itemId, issueId, subjectId, detail }) => (
                <>
                  {told(detail)}
                  <span className="block text-ink-3">{itemId ?? issueId ?? subjectId}</span>
                </>
              ),
            },
          ]}
        />
      ) : (
        <Empty title={say("noRecord")} />
      )}
      {next && (
        <Link prefetch={false} href={`/admin?${older}`} className="texttool inline-flex min-h-11 items-center">
          {say("older")}
        </Link>
      )}
    </>
  );
}

/** A for B, where a deputy did it. */
function whoOf(name: string, detail: unknown, act: (key: "inPlaceOf", values: { name: string }) => string): string {
  const { inPlaceOf } = detail as { inPlaceOf?: string };
  return inPlaceOf ? `${name} ${act("inPlaceOf", { name: inPlaceOf })}` : name;
}

/** What an act says of itself in one line: names, roles, reasons, numbers. Texts are never in it. */
function told(detail: unknown): string {
  return Object.entries(detail as Record<string, unknown>)
    .filter(([key]) => key !== "inPlaceOf")
    .map(([, value]) => value)
    .flatMap((value) => (Array.isArray(value) ? value.join(" ") : value === "" || value === null ? [] : String(value)))
    .join("　");
}
