import { useTranslations } from "next-intl";
import type { RegisterFilter, registerChoices } from "@/bulletin/post/register";
import { Button } from "@/components/Button";
import { SelectField, TextField } from "@/components/Field";

type Props = { filter: RegisterFilter; choices: Awaited<ReturnType<typeof registerChoices>> };

/** By publication, leader, office and days; sets nothing that is not there to be found. */
export function RegisterFilters({ filter, choices: { leaders, publications, offices } }: Props) {
  const say = useTranslations("register");
  const { publication, leader, office, from, to } = filter;
  const isSet = [publication, leader, office, from, to].some(Boolean);
  return (
    <details open={isSet} className="py-1">
      <summary className="texttool inline-flex min-h-11 list-none items-center">{say("filters")}</summary>
      <form action="/instructions" className="flex flex-wrap items-end gap-4 py-3">
        <input type="hidden" name="view" value={filter.view} />
        <SelectField
          name="publication"
          label={say("publication")}
          empty={say("any")}
          options={publications.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={filter.publication ?? ""}
        />
        <SelectField
          name="leader"
          label={say("leader")}
          empty={say("any")}
          options={leaders.map(({ leaderId, leaderName }) => ({ value: leaderId, label: leaderName }))}
          defaultValue={filter.leader ?? ""}
        />
        <SelectField
          name="office"
          label={say("offices")}
          empty={say("any")}
          options={offices.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          defaultValue={filter.office ?? ""}
        />
        <TextField name="from" type="date" label={say("from")} defaultValue={filter.from ?? ""} />
        <TextField name="to" type="date" label={say("to")} defaultValue={filter.to ?? ""} />
        <Button type="submit">{say("find")}</Button>
      </form>
    </details>
  );
}
