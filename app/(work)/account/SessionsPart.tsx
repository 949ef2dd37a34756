import { getLocale, getTranslations } from "next-intl/server";
import { mySessions } from "@/bulletin/people/sessions";
import { ActForm } from "@/components/ActForm";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { formatMoment } from "@/lib/dates";
import { endMySessionAction, endOtherSessionsAction } from "./actions";

/** Where the person is signed in, in plain words. */
export async function SessionsPart({ actor, sessionId }: { actor: Actor; sessionId: string }) {
  const [say, locale, sessions] = await Promise.all([
    getTranslations("account"),
    getLocale(),
    mySessions(actor, sessionId),
  ]);
  return (
    <>
      <Table
        caption={say("sessions")}
        rows={sessions}
        columns={[
          {
            key: "device",
            head: say("device"),
            cell: ({ browser, system, isHere }) => (
              <>
                {say("deviceWords", {
                  browser: say(`browsers.${browser as "edge"}`),
                  system: say(`systems.${system as "windows"}`),
                })}
                {isHere && <b className="ml-3">{say("here")}</b>}
              </>
            ),
          },
          { key: "address", head: say("address"), wide: true, cell: ({ address }) => address },
          { key: "since", head: say("since"), wide: true, cell: ({ since }) => formatMoment(since, locale) },
          {
            key: "seen",
            head: say("seen"),
            cell: ({ seen }) => formatMoment(seen, locale),
            className: "whitespace-nowrap",
          },
          {
            key: "acts",
            head: say("acts"),
            align: "right",
            className: "whitespace-nowrap",
            cell: ({ id, isHere }) =>
              !isHere && (
                <span className="-my-2 inline-flex">
                  <ActForm action={endMySessionAction as never} hidden={{ id }} submit={say("end")} />
                </span>
              ),
          },
        ]}
      />
      {sessions.some(({ isHere }) => !isHere) && (
        <div className="pt-3">
          <ActForm action={endOtherSessionsAction as never} submit={say("endOthers")} />
        </div>
      )}
    </>
  );
}
