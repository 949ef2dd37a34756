"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { ShowSpares } from "@/app/account/Spares";
import { ActDialog } from "@/components/ActDialog";
import { TextField } from "@/components/Field";
import { renewRecoveryCodesAction } from "./actions";

/** Ten new recovery codes in place of those that are left. */
export function RenewSpares() {
  const say = useTranslations("account.step");
  const show = useContext(ShowSpares);
  return (
    <ActDialog
      verb={say("renew")}
      title={say("renewTitle")}
      action={renewRecoveryCodesAction as never}
      onDone={(value) => show(value as string[])}
    >
      <p className="mb-3">{say("renewFact")}</p>
      <TextField name="code" label={say("code")} inputMode="numeric" autoComplete="one-time-code" required />
    </ActDialog>
  );
}
