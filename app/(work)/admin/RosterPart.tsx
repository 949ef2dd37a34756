import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { offices } from "@/bulletin/people/offices";
import { officialShown, wholeRoster } from "@/bulletin/people/roster";
import { stampOf } from "@/bulletin/seen";
import { ActDialog } from "@/components/ActDialog";
import { SelectField, TextField } from "@/components/Field";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { formatDay, today } from "@/lib/dates";
import { enterOfficialAction } from "./actions";

type Official = Awaited<ReturnType<typeof wholeRoster>>[number];

/** The roster: names, ranks, and titles with their dates of tenure. */
export async function RosterPart({ actor }: { actor: Actor }) {
  const [say, locale, rows, all] = await Promise.all([
    getTranslations("admin"),
    getLocale(),
    wholeRoster(actor),
    offices(actor),
  ]);
  const day = (of: string) => formatDay(of, locale, { weekday: false, year: true });
  const options = all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="flex items-center justify-between py-3">
        <p className="text-ink-3">{say("rosterFact")}</p>
        <ActDialog
          verb={say("enterOfficial")}
          title={say("enterOfficial")}
          action={enterOfficialAction as never}
          hidden={{ newId: randomUUID() }}
          openTone="primary"
        >
          <OfficialFields options={options} rank={rows.length + 1} />
        </ActDialog>
      </div>
      <Table
        caption={say("roster")}
        rows={rows}
        columns={[
          { key: "name", head: say("name"), cell: ({ name }) => <b>{name}</b>, className: "lg:w-28" },
          { key: "rank", head: say("rank"), align: "right", cell: ({ rank }) => rank, className: "w-14 lg:w-16" },
          {
            key: "office",
            head: say("office"),
            wide: true,
            cell: ({ office }) => office?.shortName,
            className: "w-32",
          },
          {
            key: "titles",
            head: say("titles"),
            below: true,
            cell: ({ titles }) =>
              titles.map(({ title, from, to }) => (
                <span key={`${title} ${from}`} className="max-lg:block lg:mr-6 lg:inline-block">
                  {title}
                  <span className="text-ink-3 max-lg:block max-lg:whitespace-nowrap lg:ml-2">
                    {to ? say("tenure", { from: day(from), to: day(to) }) : say("tenureNow", { from: day(from) })}
                  </span>
                </span>
              )),
          },
          {
            key: "acts",
            head: say("acts"),
            align: "right",
            cell: (official) => (
              <span className="-my-2 inline-flex">
                <ActDialog
                  verb={say("newTitle")}
                  title={say("newTitleTitle", { name: official.name })}
                  action={enterOfficialAction as never}
                  staysOpen
                  hidden={{ id: official.id }}
                  seen={stampOf(officialShown(official))}
                  openTone="text"
                >
                  <OfficialFields options={options} official={official} rank={official.rank} />
                </ActDialog>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

type FieldsProps = { options: { value: string; label: string }[]; official?: Official; rank: number };

async function OfficialFields({ options, official, rank }: FieldsProps) {
  const say = await getTranslations("admin");
  return (
    <div className="grid gap-3">
      <TextField name="name" label={say("name")} defaultValue={official?.name} required />
      <TextField
        name="rank"
        type="number"
        min={1}
        label={say("rank")}
        hint={say("rankHint")}
        defaultValue={rank}
        required
      />
      <SelectField
        name="officeId"
        label={say("office")}
        empty={say("noOffice")}
        options={options}
        defaultValue={official?.officeId ?? ""}
      />
      <TextField name="title" label={say("officialTitle")} defaultValue={official?.titles.at(-1)?.title} required />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name="from"
          type="date"
          label={say("from")}
          defaultValue={official?.titles.at(-1)?.from ?? today()}
          required
        />
        <TextField name="to" type="date" label={say("to")} defaultValue={official?.titles.at(-1)?.to ?? ""} />
      </div>
    </div>
  );
}
