import Link from "next/link";
import { useTranslations } from "next-intl";
import type { QueueFilter } from "@/bulletin/desk/queueFilter";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";

type Office = { id: string; shortName: string };
type Target = { id: string; name: string; sections: { id: string; title: string }[] };
type Props = { filter: QueueFilter; offices: Office[]; targets: Target[]; search: Record<string, string> };

/** A plain form: each filter is a part of the address, and works before scripts load. */
export function Filters({ filter, offices, targets, search }: Props) {
  const say = useTranslations("desk.filters");
  const active = (["office", "publication", "section", "kind", "from", "to", "text"] as const).filter(
    (key) => filter[key],
  ).length;
  return (
    <details className="border-b border-line px-8 max-sm:px-4" open={active > 0}>
      <summary className="texttool flex min-h-11 w-fit list-none items-center">
        {active ? say("active", { count: active }) : say("title")}
      </summary>
      <form className="flex flex-wrap items-end gap-3 pb-3" action="/desk">
        <input type="hidden" name="view" value={filter.view} />
        <Choice
          name="office"
          label={say("office")}
          any={say("any")}
          value={filter.office}
          options={offices.map(({ id, shortName }) => [id, shortName])}
        />
        <Choice
          name="publication"
          label={say("publication")}
          any={say("any")}
          value={filter.publication}
          options={targets.map(({ id, name }) => [id, name])}
        />
        <Choice
          name="section"
          label={say("section")}
          any={say("any")}
          value={filter.section}
          options={targets
            .filter(({ sections }) => sections.length > 1)
            .flatMap(({ sections }) => sections.map(({ id, title }) => [id, title] as const))}
        />
        <Choice
          name="kind"
          label={say("kind")}
          any={say("any")}
          value={filter.kind}
          options={[
            ["story", say("story")],
            ["brief", say("brief")],
          ]}
        />
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="grid">
            {say(name)}
            <input type="date" name={name} defaultValue={filter[name] ?? ""} className={boxClass(false)} />
          </label>
        ))}
        <label className="grid">
          {say("text")}
          <input type="search" name="text" defaultValue={filter.text} className={boxClass(false, "w-40")} />
        </label>
        <Choice
          name="sort"
          label={say("sort")}
          value={filter.sort}
          options={[
            ["arrival", say("arrival")],
            ["office", say("office")],
            ["date", say("date")],
          ]}
        />
        <Button type="submit">{say("apply")}</Button>
        {active > 0 && (
          <Link
            prefetch={false}
            className="texttool inline-flex min-h-11 items-center"
            href={`/desk?view=${search.view ?? "open"}`}
          >
            {say("clear")}
          </Link>
        )}
      </form>
    </details>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any?: string;
  value: string | null;
  options: (readonly [string, string])[];
};

function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <label className="grid">
      {label}
      <select name={name} defaultValue={value ?? ""} className={boxClass(false)}>
        {any && <option value="">{any}</option>}
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
