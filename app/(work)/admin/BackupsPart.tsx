import { getLocale, getTranslations } from "next-intl/server";
import { backups } from "@/bulletin/people/backups";
import { ActDialog } from "@/components/ActDialog";
import { Notice } from "@/components/Notice";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";
import { backUpNowAction } from "./actions";

const command = "npm run bianfa -- backup";
const rehearsing = "npm run bianfa -- rehearse";

/** Whether there is a backup, and whether it could be restored. */
export async function BackupsPart({ actor }: { actor: Actor }) {
  const [say, locale, { folder, hour, keep, last, rehearsal, recent, byHand, failure, late }] = await Promise.all([
    getTranslations("backups"),
    getLocale(),
    backups(actor),
  ]);
  const at = (moment: Date) => formatMoment(moment, locale, { record: true });
  const counts = ({ megabytes, tables, rows, seconds }: (typeof recent)[number]) => ({
    megabytes: megabytes ?? 0,
    tables: tables ?? 0,
    rows,
    seconds,
  });
  const why = (key: string) => say(`failures.${key}` as never);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
        <p className="text-ink-3 wrap-anywhere">
          {hour === null
            ? say("off", { command })
            : say("schedule", { hour: String(hour).padStart(2, "0"), folder, ...keep })}
        </p>
        <ActDialog verb={say("now")} title={say("nowTitle")} action={backUpNowAction as never} openTone="primary">
          <p className="wrap-anywhere">{say("nowFact", { folder, ...keep })}</p>
        </ActDialog>
      </div>
      {byHand && (
        <div className="pb-4">
          <Notice kind={byHand.state === "unanswered" ? "warning" : "info"}>
            {byHand.state === "underWay"
              ? say("underWay")
              : say(byHand.state, { name: byHand.name, at: at(byHand.at) })}
          </Notice>
        </div>
      )}
      {failure && (
        <div className="pb-4">
          <Notice kind="failed">{say("failed", { reason: why(failure) })}</Notice>
        </div>
      )}
      {late && (
        <div className="pb-4">
          <Notice kind="warning">{say("late")}</Notice>
        </div>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 pb-6 max-sm:grid-cols-1">
        <dt className="font-bold">{say("last")}</dt>
        <dd>
          {last?.tables ? (
            <>
              <span className="whitespace-nowrap">{at(last.at)}</span>{" "}
              <span className="text-ink-3">{say("lastFact", counts(last))}</span>
            </>
          ) : (
            say("none", { command })
          )}
        </dd>
        <dt className="font-bold">{say("rehearsal")}</dt>
        <dd>
          {rehearsal ? (
            <>
              <span className="whitespace-nowrap">{at(rehearsal.at)}</span>{" "}
              <b>{rehearsal.failure ? (rehearsal.failure === "unequal" ? say("different") : null) : say("same")}</b>{" "}
              <span className="text-ink-3">
                {rehearsal.failure ? why(rehearsal.failure) : say("rehearsalFact", counts(rehearsal))}
              </span>
            </>
          ) : (
            say("rehearsalNone", { command: rehearsing })
          )}
        </dd>
      </dl>
      {recent.length > 0 && (
        <Table
          caption={say("recent")}
          rows={recent}
          columns={[
            { key: "at", head: say("at"), cell: (run) => at(run.at), className: "sm:whitespace-nowrap" },
            {
              key: "kind",
              head: say("kind"),
              cell: ({ kind, scheduled }) => (
                <>
                  {say(`kinds.${kind}`)}
                  {!scheduled && <span className="text-ink-3"> {say("byHand")}</span>}
                </>
              ),
            },
            { key: "file", head: say("file"), wide: true, cell: ({ file }) => file, className: "wrap-anywhere" },
            {
              key: "size",
              head: say("size"),
              wide: true,
              align: "right",
              cell: ({ megabytes }) => megabytes !== null && say("megabytes", { megabytes }),
            },
            {
              key: "rows",
              head: say("rows"),
              wide: true,
              align: "right",
              cell: ({ failure: failed, rows }) => !failed && say("rowCount", { rows }),
            },
            {
              key: "took",
              head: say("took"),
              wide: true,
              align: "right",
              cell: ({ seconds }) => say("seconds", { seconds }),
            },
            {
              key: "outcome",
              head: say("outcome"),
              cell: ({ kind, failure: failed }) =>
                failed ? (
                  <span className="text-ochre">{why(failed)}</span>
                ) : kind === "rehearsal" ? (
                  say("same")
                ) : (
                  say("well")
                ),
            },
          ]}
        />
      )}
    </>
  );
}
