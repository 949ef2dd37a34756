import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { has } from "@/bulletin/policy";
import { possibleDeputies, traysGiven } from "@/bulletin/post/deputies";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { Empty } from "@/components/Empty";
import { Checkbox, SelectField, TextField } from "@/components/Field";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { addDays, formatPeriod, today } from "@/lib/dates";
import { giveTrayAction, takeTrayBackAction } from "./actions";

/** Whose tray is in whose care (代阅): one's own for a reader, all for the security administrator. */
export async function Trays({ actor }: { actor: Actor }) {
  const [say, locale, rows, { principals, deputies }] = await Promise.all([
    getTranslations("deputies"),
    getLocale(),
    traysGiven(actor),
    possibleDeputies(actor),
  ]);
  const forOthers = has(actor, "securityAdmin");
  const options = (people: typeof deputies) =>
    people.map(({ id, name, office }) => ({ value: id, label: `${name}　${office}` }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-4 py-3">
        <p className="grow text-ink-2">{say(forOthers ? "factForOthers" : "fact")}</p>
        <ActDialog
          verb={say("give")}
          title={say("give")}
          action={giveTrayAction as never}
          hidden={{ newId: randomUUID(), ...(!forOthers && { principalId: actor.id }) }}
          openTone="primary"
        >
          <div className="grid gap-3">
            {forOthers && (
              <SelectField
                name="principalId"
                label={say("principal")}
                empty={say("choose")}
                options={options(principals)}
                required
              />
            )}
            <SelectField
              name="deputyId"
              label={say("deputy")}
              empty={say("choose")}
              options={options(deputies)}
              required
            />
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField name="from" type="date" label={say("from")} defaultValue={today()} required />
              <TextField name="until" type="date" label={say("until")} defaultValue={addDays(today(), 7)} required />
            </div>
            <Checkbox name="mayInstruct" value="1" label={say("mayInstruct")} />
          </div>
        </ActDialog>
      </div>
      {rows.length ? (
        <Table
          caption={say("title")}
          rows={rows}
          columns={[
            ...(forOthers
              ? [
                  {
                    key: "principal",
                    head: say("principal"),
                    cell: ({ principal }: (typeof rows)[number]) => `${principal.name}　${principal.office.shortName}`,
                  },
                ]
              : []),
            { key: "deputy", head: say("deputy"), cell: ({ deputy }) => `${deputy.name}　${deputy.office.shortName}` },
            { key: "time", head: say("time"), cell: ({ from, until }) => formatPeriod(from, until, locale) },
            {
              key: "instruct",
              head: say("instruct"),
              wide: true,
              cell: ({ mayInstruct }) => say(mayInstruct ? "may" : "mayNot"),
            },
            {
              key: "acts",
              head: "",
              align: "right",
              cell: ({ id }) => (
                <span className="-my-2 inline-flex">
                  <ActForm action={takeTrayBackAction as never} hidden={{ id }} submit={say("takeBack")} tone="text" />
                </span>
              ),
            },
          ]}
        />
      ) : (
        <Empty title={say("none")} fact={say("noneFact")} />
      )}
    </>
  );
}
