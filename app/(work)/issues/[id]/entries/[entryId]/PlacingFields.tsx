"use client";

import { useTranslations } from "next-intl";
import { Checkbox, SelectField, TextField } from "@/components/Field";
import type { NewspaperPlacing } from "@/typesetting/document";

type Props = { placing: NewspaperPlacing; onChange: (part: Partial<NewspaperPlacing>) => void };

/** How a newspaper prints an entry: kicker, deck, dateline, and the place that is wanted for it. */
export function PlacingFields({ placing, onChange }: Props) {
  const say = useTranslations("placing");
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="pb-1 font-bold">{say("name")}</legend>
      {(["kicker", "deck", "dateline"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={say(name)}
          value={placing[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      ))}
      <SelectField
        name="rank"
        label={say("rank")}
        value={String(placing.rank)}
        options={(["lead", "large", "plain", "brief"] as const).map((rank, at) => ({
          value: String(at + 1),
          label: say(`ranks.${rank}`),
        }))}
        onChange={({ target }) => onChange({ rank: Number(target.value) as NewspaperPlacing["rank"] })}
      />
      <SelectField
        name="columns"
        label={say("columns")}
        value={String(placing.columns)}
        options={[0, 1, 2, 3, 4, 5, 6].map((count) => ({
          value: String(count),
          label: count ? say("columnCount", { count }) : say("auto"),
        }))}
        onChange={({ target }) => onChange({ columns: Number(target.value) })}
      />
      <Checkbox
        name="boxed"
        label={say("boxed")}
        checked={placing.boxed}
        onChange={({ target }) => onChange({ boxed: target.checked })}
      />
    </fieldset>
  );
}
