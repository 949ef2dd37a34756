import { getTranslations } from "next-intl/server";
import { type AccountPolicy, accountPolicy, secondStepFor } from "@/bulletin/people/accountPolicy";
import { stampOf } from "@/bulletin/seen";
import { ActForm } from "@/components/ActForm";
import { SelectField, TextField } from "@/components/Field";
import { setAccountPolicyAction } from "./actions";

type Figure = Exclude<keyof AccountPolicy, "secondStep">;

const parts: { part: "passwords" | "guessing" | "sessions"; figures: Figure[] }[] = [
  { part: "passwords", figures: ["minLength", "classes", "maxAgeDays", "history"] },
  { part: "guessing", figures: ["failures", "addressFailures", "restMinutes"] },
  { part: "sessions", figures: ["idleMinutes", "sessionHours"] },
];

/** The rules of signing in, a sentence for each; the security administrator's. */
export async function PolicyPart() {
  const [say, policy] = await Promise.all([getTranslations("accountPolicy"), accountPolicy()]);
  return (
    <div className="max-w-[760px] py-3">
      <p className="mb-4 text-ink-3">{say("fact")}</p>
      <ActForm
        action={setAccountPolicyAction as never}
        seen={stampOf(policy)}
        submit={say("save")}
        done={say("saved")}
        tone="primary"
        className="grid justify-items-start gap-6 *:w-full [&>button]:w-auto"
      >
        {parts.map(({ part, figures }) => (
          <fieldset key={part} className="grid gap-4 border-t border-line-2 pt-4 sm:grid-cols-2">
            <legend className="pr-4 font-bold">{say(part)}</legend>
            {figures.map((name) => (
              <TextField
                key={name}
                name={name}
                type="number"
                label={say(`labels.${name}`)}
                hint={say(`hints.${name}`)}
                defaultValue={policy[name]}
                required
              />
            ))}
          </fieldset>
        ))}
        <fieldset className="grid gap-4 border-t border-line-2 pt-4">
          <legend className="pr-4 font-bold">{say("step")}</legend>
          <SelectField
            name="secondStep"
            label={say("labels.secondStep")}
            hint={say("hints.secondStep")}
            options={secondStepFor.map((value) => ({ value, label: say(`secondSteps.${value}`) }))}
            defaultValue={policy.secondStep}
          />
        </fieldset>
      </ActForm>
    </div>
  );
}
