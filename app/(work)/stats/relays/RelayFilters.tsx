import { useTranslations } from "next-intl";
import type { RelayFilter, relayChoices } from "@/bulletin/archive/relays/list";
import { Button } from "@/components/Button";
import { Checkbox, SelectField, TextField } from "@/components/Field";

type Props = { filter: RelayFilter; choices: Awaited<ReturnType<typeof relayChoices>> };

/** By level, office, days, and whether it was adopted above. */
export function RelayFilters({ filter: { level, office, adopted, from, to }, choices: { levels, offices } }: Props) {
  const say = useTranslations("relays");
  return (
    <details open={[level, office, adopted, from, to].some(Boolean)} className="py-1">
      <summary className="texttool inline-flex min-h-11 list-none items-center">{say("filters")}</summary>
      <form action="/stats/relays" className="flex flex-wrap items-end gap-4 py-3">
        <SelectField
          name="level"
          label={say("level")}
          empty={say("any")}
          options={levels.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={level ?? ""}
        />
        <SelectField
          name="office"
          label={say("offices")}
          empty={say("any")}
          options={offices.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          defaultValue={office ?? ""}
        />
        <TextField name="from" type="date" label={say("from")} defaultValue={from ?? ""} />
        <TextField name="to" type="date" label={say("to")} defaultValue={to ?? ""} />
        <Checkbox name="adopted" value="1" label={say("onlyAdopted")} defaultChecked={adopted} />
        <Button type="submit">{say("find")}</Button>
      </form>
    </details>
  );
}
