"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { type Act, ActForm } from "@/components/ActForm";
import { TextField } from "@/components/Field";
import { ShowSpares } from "./Spares";

/** A code of the telephone; where recovery codes come back, they are shown above. */
export function CodeForm({ action, submit }: { action: Act; submit: string }) {
  const say = useTranslations("account.step");
  const show = useContext(ShowSpares);
  return (
    <ActForm
      action={action}
      submit={submit}
      onDone={(value) => Array.isArray(value) && show(value)}
      className="flex flex-wrap items-end gap-4"
    >
      <TextField
        name="code"
        label={say("code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        className="w-56"
      />
    </ActForm>
  );
}
