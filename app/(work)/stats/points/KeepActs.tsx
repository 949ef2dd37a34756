import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { offices } from "@/bulletin/people/offices";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { SelectField, TextArea, TextField } from "@/components/Field";
import type { Actor } from "@/lib/actor";
import { addDays, today } from "@/lib/dates";
import { adjustAction, closePointsAction } from "./actions";

/** For an editor: points by hand, and closing. The rules, for all of the secretariat. */
export async function KeepActs({ actor, mayKeep }: { actor: Actor; mayKeep: boolean }) {
  const [say, all] = await Promise.all([getTranslations("points"), offices(actor)]);
  return (
    <>
      <LinkButton href="/stats/points/rules">{say("rules")}</LinkButton>
      {mayKeep && (
        <>
          <ActDialog verb={say("close")} title={say("closeTitle")} action={closePointsAction as never}>
            <p className="mb-3">{say("closeFact")}</p>
            <TextField
              name="through"
              type="date"
              label={say("through")}
              defaultValue={addDays(`${today().slice(0, 7)}-01`, -1)}
              max={addDays(today(), -1)}
              required
            />
          </ActDialog>
          <ActDialog
            verb={say("adjust")}
            title={say("adjustTitle")}
            action={adjustAction as never}
            hidden={{ newId: randomUUID() }}
          >
            <div className="grid gap-3">
              <SelectField
                name="officeId"
                label={say("office")}
                options={all.map(({ id, shortName }) => ({ value: id, label: shortName }))}
              />
              <div className="grid gap-3 sm:grid-cols-2">
                <TextField name="points" label={say("points")} inputMode="decimal" autoComplete="off" required />
                <TextField name="on" type="date" label={say("on")} defaultValue={today()} max={today()} required />
              </div>
              <TextArea name="reason" label={say("reason")} rows={2} maxLength={200} required />
            </div>
          </ActDialog>
        </>
      )}
    </>
  );
}
