import { getTranslations } from "next-intl/server";
import type { PostSettings } from "@/bulletin/post/settings";
import { stampOf } from "@/bulletin/seen";
import { ActDialog } from "@/components/ActDialog";
import { Checkbox, TextField } from "@/components/Field";
import { setPostAction } from "../actions";

/** Quiet hours, and whether deadlines of instructions are warned of: for all publications. */
export async function PostSettingsDialog({ settings }: { settings: PostSettings }) {
  const say = await getTranslations("postSettings");
  return (
    <ActDialog
      verb={say("title")}
      title={say("title")}
      action={setPostAction as never}
      staysOpen
      seen={stampOf(settings)}
      submit={say("save")}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name="quietFrom" type="time" label={say("quietFrom")} defaultValue={settings.quietFrom} />
        <TextField name="quietTo" type="time" label={say("quietTo")} defaultValue={settings.quietTo} />
      </div>
      <p className="mt-1 mb-3 text-ink-3">{say("quietHint")}</p>
      <Checkbox
        name="deadlineWarnings"
        value="1"
        label={say("deadlineWarnings")}
        defaultChecked={settings.deadlineWarnings}
      />
      <p className="text-ink-3">{say("deadlineHint")}</p>
    </ActDialog>
  );
}
