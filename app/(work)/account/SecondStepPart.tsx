import { getTranslations } from "next-intl/server";
import { SecondStepSetUp } from "@/app/account/SecondStepSetUp";
import { hasSecondStep } from "@/bulletin/people/codes";
import { recoveryCodesLeft } from "@/bulletin/people/secondStep";
import { ActDialog } from "@/components/ActDialog";
import { TextField } from "@/components/Field";
import type { Actor } from "@/lib/actor";
import { endSecondStepAction } from "./actions";
import { RenewSpares } from "./RenewSpares";

/** The second step: set up, or with what is left of its recovery codes. */
export async function SecondStepPart({ actor }: { actor: Actor }) {
  const [say, has, left] = await Promise.all([
    getTranslations("account.step"),
    hasSecondStep(actor.id),
    recoveryCodesLeft(actor),
  ]);
  if (!has)
    return (
      <>
        <p className="mb-3 text-ink-2">{say("fact")}</p>
        <SecondStepSetUp actor={actor} />
      </>
    );
  return (
    <>
      <p className={left > 2 ? "text-ink-2" : "text-ochre"}>{say("left", { count: left })}</p>
      <div className="flex flex-wrap gap-3 pt-3">
        <RenewSpares />
        <ActDialog verb={say("end")} title={say("endTitle")} action={endSecondStepAction as never}>
          <p className="mb-3">{say("endFact")}</p>
          <TextField name="code" label={say("code")} inputMode="numeric" autoComplete="one-time-code" required />
        </ActDialog>
      </div>
    </>
  );
}
