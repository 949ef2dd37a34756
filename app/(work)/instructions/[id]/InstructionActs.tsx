import { getLocale, getTranslations } from "next-intl/server";
import type { instructionOf } from "@/bulletin/post/instructionOf";
import { ActDialog } from "@/components/ActDialog";
import { ActForm } from "@/components/ActForm";
import { Checkbox, TextArea, TextField } from "@/components/Field";
import { listed } from "@/lib/listed";
import { closeInstructionAction, forwardAction, releaseAction, reopenAction } from "../actions";
import { OfficeErrors } from "./OfficeErrors";

type Props = {
  instruction: Awaited<ReturnType<typeof instructionOf>>;
  offices: { id: string; shortName: string }[];
};

/** What the secretariat does with an instruction: forward, tell the office of the item, close. */
export async function InstructionActs({ instruction, offices }: Props) {
  const [say, act, locale] = await Promise.all([
    getTranslations("register"),
    getTranslations("acts.instruction"),
    getLocale(),
  ]);
  const { id, version, acts, state, forwards, leaderName } = instruction;
  const seen = { id, version };
  const owed = forwards.flatMap(({ answeredAt, office }) => (answeredAt ? [] : office.shortName));
  const has = (name: (typeof acts)[number]) => acts.includes(name);
  return (
    <>
      {instruction.mayRelease && (
        <ActDialog verb={say("release")} title={say("release")} action={releaseAction as never} hidden={{ id }}>
          <p>{say("releaseFact")}</p>
        </ActDialog>
      )}
      {instruction.releasedAt && <span className="text-ink-3">{say("released")}</span>}
      {has("reopen") && <ActForm action={reopenAction as never} hidden={seen} submit={act("reopen")} />}
      {has("close") && (
        <ActDialog
          verb={act("close")}
          title={say("closeTitle", { name: leaderName })}
          action={closeInstructionAction as never}
          staysOpen
          hidden={seen}
          openTone={state === "answered" ? "primary" : "plain"}
        >
          {owed.length > 0 && <p className="mb-3 text-ochre">{say("stillOwed", { offices: listed(owed, locale) })}</p>}
          <TextArea name="closing" label={say("closingLabel")} hint={say("closingHint")} required autoFocus />
        </ActDialog>
      )}
      {has("forward") && (
        <ActDialog
          verb={act("forward")}
          title={say("forwardTitle", { name: leaderName })}
          action={forwardAction as never}
          staysOpen
          hidden={seen}
          openTone={state === "given" ? "primary" : "plain"}
        >
          <div className="grid gap-3">
            <fieldset>
              <legend>{say("officesLabel")}</legend>
              <div className="grid max-h-[36vh] grid-cols-2 overflow-y-auto">
                {offices.map((office) => (
                  <Checkbox
                    key={office.id}
                    name="officeIds[]"
                    value={office.id}
                    label={office.shortName}
                    defaultChecked={forwards.some(({ officeId }) => officeId === office.id)}
                  />
                ))}
              </div>
              <OfficeErrors />
            </fieldset>
            <TextField name="dueOn" type="date" label={say("dueLabel")} />
            <TextArea name="words" label={say("wordsLabel")} rows={2} />
          </div>
        </ActDialog>
      )}
    </>
  );
}
