import { getTranslations } from "next-intl/server";
import type { RelayRow } from "@/bulletin/archive/relays/list";
import { SelectField, TextField } from "@/components/Field";
import { today } from "@/lib/dates";

type Props = {
  relay?: RelayRow;
  levels: { id: string; name: string }[];
  /** Names that were typed before. */
  publications: string[];
  /** Where it was printed; chosen when a relay is recorded. */
  entries?: { value: string; label: string }[];
};

/** What an editor writes down of a relay. */
export async function RelayFields({ relay, levels, publications, entries }: Props) {
  const say = await getTranslations("relays");
  // One that was retired meanwhile stays with the relay that has it.
  const all = relay && !levels.some(({ id }) => id === relay.levelId) ? [...levels, levelOf(relay)] : levels;
  const list = `superiors-${relay?.id ?? "new"}`;
  return (
    <div className="grid gap-3">
      {entries && <SelectField name="entryId" label={say("entry")} options={entries} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="levelId"
          label={say("level")}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={relay?.levelId}
        />
        <TextField
          name="publication"
          label={say("publication")}
          defaultValue={relay?.publication}
          list={list}
          maxLength={40}
          autoComplete="off"
          required
        />
        <datalist id={list}>
          {publications.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <TextField name="on" type="date" label={say("on")} defaultValue={relay?.on ?? today()} max={today()} required />
      <TextField
        name="adoptedOn"
        type="date"
        label={say("adoptedOn")}
        defaultValue={relay?.adoptedOn ?? ""}
        max={today()}
      />
      <TextField
        name="instructedOn"
        type="date"
        label={say("instructedOn")}
        defaultValue={relay?.instructedOn ?? ""}
        max={today()}
      />
    </div>
  );
}

const levelOf = ({ levelId, level }: RelayRow) => ({ id: levelId, name: level });
