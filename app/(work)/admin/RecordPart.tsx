import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { readRecord, recordFilter } from "@/bulletin/people/record";
import { actsToFind } from "@/bulletin/people/recordActs";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { Empty } from "@/components/Empty";
import { Checkbox } from "@/components/Field";
import type { Actor } from "@/lib/actor";
import { EventTable } from "./EventTable";
import { actName, recordWords } from "./record/words";

/** The record of acts for the auditor: who, when, what; never a text. */
export async function RecordPart({ actor, search }: { actor: Actor; search: Record<string, string> }) {
  const filter = recordFilter.parse(search);
  const [say, audit, words, groups, { events, subjects, next }] = await Promise.all([
    getTranslations("admin"),
    getTranslations("audit"),
    recordWords(),
    actsToFind(actor),
    readRecord(actor, filter),
  ]);
  const { refused, before: _before, ...texts } = filter;
  const asked = new URLSearchParams({
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value)),
    ...(refused && { refused: "1" }),
  });
  const older = new URLSearchParams([...asked, ["before", next ?? ""]]);
  const field = (name: "from" | "to" | "subject", label: string, type: string, width: string) => (
    <label className="grid">
      {label}
      <input name={name} type={type} defaultValue={filter[name]} className={boxClass(false, width)} />
    </label>
  );
  return (
    <>
      <form className="flex flex-wrap items-end gap-4 py-3" action="/admin">
        <label className="grid">
          {say("who")}
          <input name="who" defaultValue={filter.who} className={boxClass(false, "w-40")} />
        </label>
        <label className="grid">
          {say("act")}
          <select name="act" defaultValue={filter.act} className={boxClass(false, "w-48")}>
            <option value="">{audit("anyAct")}</option>
            {filter.act && !groups.some(({ acts }) => acts.includes(filter.act)) && (
              <option value={filter.act}>{actName(filter.act, words)}</option>
            )}
            {groups.map(({ group, acts }) => (
              <optgroup key={group} label={audit(`groups.${group}`)}>
                {acts.map((each) => (
                  <option key={each} value={each}>
                    {actName(each, words)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {field("from", audit("from"), "date", "w-44")}
        {field("to", audit("to"), "date", "w-44")}
        {field("subject", audit("subject"), "text", "w-64")}
        <Checkbox name="refused" value="1" label={say("refusedOnly")} defaultChecked={filter.refused} />
        <Button type="submit">{say("find")}</Button>
        <a href={`/admin/record/export?${asked}`} download className="texttool inline-flex min-h-11 items-center">
          {audit("export")}
        </a>
      </form>
      {events.length ? (
        <EventTable caption={say("record")} events={events} subjects={subjects} />
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
