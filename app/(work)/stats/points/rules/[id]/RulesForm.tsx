"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Typed } from "@/bulletin/archive/points/typed";
import { ActForm } from "@/components/ActForm";
import { LinkButton } from "@/components/Button";
import { Checkbox, Radio, TextField } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { enterRuleSetAction } from "../../actions";
import { Example } from "./Example";
import { GroupsFields } from "./GroupsFields";
import { PointsField } from "./PointsField";
import { RowsFields } from "./RowsFields";

type Named = { id: string; name: string };
type Props = {
  /** `began`: it can only be read. */
  set: { id: string; from: string; seen: string; began: boolean };
  typed: Typed;
  publications: Named[];
  levels: Named[];
  offices: { id: string; shortName: string }[];
  /** The name of the quarter of the example. */
  quarter: string;
};

/** All of a rule set on one sheet, and beside it what last quarter would have been by what is typed. */
export function RulesForm({ set, typed: given, publications, levels, offices, quarter }: Props) {
  const say = useTranslations("pointsRules");
  const [typed, setTyped] = useState(given);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const { instructions, merge, repeat, ranked } = typed;
  const fields = (
    <fieldset disabled={set.began} className="grid gap-6">
      <legend className="sr-only">{say("title")}</legend>
      <div className="max-w-72">
        <TextField
          name="from"
          type="date"
          label={say("from")}
          hint={set.began ? undefined : say("fromHint")}
          defaultValue={set.from}
          required
        />
      </div>
      <RowsFields typed={typed} publications={publications} levels={levels} onChange={change} />
      <fieldset>
        <legend className="pb-1 font-bold">{say("instructions")}</legend>
        <div className="flex flex-wrap gap-4">
          <PointsField
            name="rules.instructions.own"
            label={say("instructionsOwn")}
            value={instructions.own}
            onChange={(own) => change({ instructions: { ...instructions, own } })}
          />
          {levels.map(({ id, name }) => (
            <PointsField
              key={id}
              name={`rules.instructions.levels.${id}`}
              label={say("instructionsAt", { level: name })}
              value={instructions.levels[id] ?? ""}
              onChange={(points) =>
                change({ instructions: { ...instructions, levels: { ...instructions.levels, [id]: points } } })
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-bold">{say("merge")}</legend>
        <div className="flex flex-wrap items-center gap-x-6">
          {(["full", "split", "fixed"] as const).map((how) => (
            <Radio
              key={how}
              name="how"
              label={say(`merges.${how}`)}
              checked={merge.how === how}
              onChange={() => change({ merge: { ...merge, how } })}
            />
          ))}
          {merge.how === "fixed" && (
            <PointsField
              name="rules.merge.fixed"
              label={say("fixed")}
              value={merge.fixed}
              onChange={(fixed) => change({ merge: { ...merge, fixed } })}
            />
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-bold">{say("repeat")}</legend>
        <div className="flex flex-wrap gap-x-6">
          {(["sum", "highest"] as const).map((each) => (
            <Radio
              key={each}
              name="repeat"
              label={say(`repeats.${each}`)}
              checked={repeat === each}
              onChange={() => change({ repeat: each })}
            />
          ))}
        </div>
      </fieldset>
      <GroupsFields groups={typed.groups} offices={offices} onChange={(groups) => change({ groups })} />
      <Checkbox
        name="ranked"
        label={say("ranked")}
        checked={ranked}
        onChange={({ target }) => change({ ranked: target.checked })}
      />
      {!set.began && <p className="text-ink-3">{say("saveFact")}</p>}
    </fieldset>
  );
  return (
    <div className="grid lg:grid-cols-[minmax(0,868fr)_minmax(0,572fr)]">
      <div className="min-w-0 px-8 py-5 max-sm:px-4">
        {set.began ? (
          <>
            <div className="pb-5">
              <Notice>{say("began")}</Notice>
            </div>
            {fields}
          </>
        ) : (
          <ActForm
            action={enterRuleSetAction as never}
            hidden={{ id: set.id, seen: set.seen, rules: JSON.stringify(typed) }}
            submit={say("save")}
            tone="primary"
            cancel={<LinkButton href="/stats/points/rules">{say("cancel")}</LinkButton>}
          >
            {fields}
          </ActForm>
        )}
      </div>
      {!set.began && (
        <div className="min-w-0 border-line-2 px-8 py-5 max-lg:border-t max-sm:px-4 lg:border-l">
          <Example typed={typed} quarter={quarter} />
        </div>
      )}
    </div>
  );
}
