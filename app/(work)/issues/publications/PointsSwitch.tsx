import { getLocale, getTranslations } from "next-intl/server";
import { turnPointsOffAction, turnPointsOnAction } from "@/app/(work)/stats/points/actions";
import type { pointsSwitches } from "@/bulletin/archive/points/switches";
import { ActDialog } from "@/components/ActDialog";
import { TextField } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { formatDay } from "@/lib/dates";

type Props = {
  publication: { id: string; name: string };
  switches: Awaited<ReturnType<typeof pointsSwitches>>;
};

/** Whether what a publication prints earns points: off, with the caution, until an editor turns it on. */
export async function PointsSwitch({ publication: { id, name }, switches: { onSince, earliest } }: Props) {
  const [say, points, locale] = await Promise.all([
    getTranslations("pointsSwitch"),
    getTranslations("points"),
    getLocale(),
  ]);
  const since = onSince.get(id);
  if (since)
    return (
      <ActDialog
        verb={say("on")}
        title={say("turnOffTitle", { name })}
        action={turnPointsOffAction as never}
        submit={say("turnOff")}
        hidden={{ publicationId: id }}
        openTone="text"
      >
        <p>{say("since", { day: formatDay(since, locale, { weekday: false, year: true }) })}</p>
      </ActDialog>
    );
  return (
    <ActDialog
      verb={say("off")}
      title={say("turnOnTitle", { name })}
      action={turnPointsOnAction as never}
      submit={say("turnOn")}
      hidden={{ publicationId: id }}
      openTone="text"
    >
      <div className="grid gap-3">
        <Notice kind="warning">{points("caution")}</Notice>
        <TextField name="from" type="date" label={say("from")} defaultValue={earliest} required />
        <p className="text-ink-3">{say("fact")}</p>
      </div>
    </ActDialog>
  );
}
