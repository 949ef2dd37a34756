import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { recordRelayAction } from "@/app/(work)/stats/relays/actions";
import { RelayActs } from "@/app/(work)/stats/relays/RelayActs";
import { RelayFields } from "@/app/(work)/stats/relays/RelayFields";
import { relayLevels } from "@/bulletin/archive/relays/levels";
import { relayChoices, relaysOf } from "@/bulletin/archive/relays/list";
import { has } from "@/bulletin/policy";
import { ActDialog } from "@/components/ActDialog";
import { formatDay } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import type { Fate } from "./FatePage";

/** Where the printed item was sent upward, and what became of it there; an editor writes it down here. */
export async function Relays({ fate: { item, printings } }: { fate: Fate }) {
  const actor = await requireActor();
  const [say, name, locale, all] = await Promise.all([
    getTranslations("relays"),
    getTranslations("issueName"),
    getLocale(),
    relaysOf(actor, item.id),
  ]);
  const entries = printings
    .filter(({ isOut, isRecalled, isDropped }) => isOut && !isRecalled && !isDropped)
    .map(({ entryId, issue }) => ({
      value: entryId,
      label: `${issue.publication.name} ${name(issue.series, { number: issue.number ?? 0 })}`,
    }));
  const mayKeep = has(actor, "editor");
  if (!all.length && !(mayKeep && entries.length)) return null;
  const [levels, { publications }] = mayKeep
    ? await Promise.all([relayLevels(actor), relayChoices(actor)])
    : [[], { publications: [] }];
  const short = (day: string) => formatDay(day, locale, { weekday: false });
  return (
    <>
      {all.map((relay) => (
        <span key={relay.id} className="flex flex-wrap items-baseline gap-x-3">
          <span className={relay.withdrawnAt ? "text-ink-3 line-through" : ""}>
            {say("line", { day: short(relay.on), level: relay.level, publication: relay.publication })}
          </span>
          {relay.adoptedOn && !relay.withdrawnAt && (
            <b className="text-green">{say("lineAdopted", { day: short(relay.adoptedOn) })}</b>
          )}
          {relay.instructedOn && !relay.withdrawnAt && (
            <span>{say("instructed", { day: short(relay.instructedOn) })}</span>
          )}
          {relay.withdrawnAt && (
            <span className="text-ink-3">{say("withdrawn", { reason: relay.withdrawReason })}</span>
          )}
          {mayKeep && <RelayActs relay={relay} levels={levels} publications={publications} />}
        </span>
      ))}
      {mayKeep && entries.length > 0 && !levels.length && (
        <Link prefetch={false} href="/stats/relays" className="texttool inline-flex min-h-11 items-center">
          {say("noLevels")}
        </Link>
      )}
      {mayKeep && entries.length > 0 && levels.length > 0 && (
        <ActDialog
          verb={say("record")}
          title={say("recordTitle")}
          action={recordRelayAction as never}
          submit={say("save")}
          openTone="text"
        >
          <RelayFields levels={levels} publications={publications} entries={entries} />
        </ActDialog>
      )}
    </>
  );
}
