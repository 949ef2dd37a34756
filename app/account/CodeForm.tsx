"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { type Act, ActForm } from "@/components/ActForm";
import { TextField } from "@/components/Field";
import { PasswordField } from "@/components/PasswordField";
import { ShowSpares } from "./Spares";

type Props = { action: Act; submit: string /** Whether the password is asked as well. */; password?: boolean };

/** A code of the telephone; where recovery codes come back, they are shown above. */
export function CodeForm({ action, submit, password = false }: Props) {
  const say = useTranslations("account.step");
  const show = useContext(ShowSpares);
  return (
    <ActForm
      action={action}
      submit={submit}
      onDone={(value) => Array.isArray(value) && show(value)}
      className="flex flex-wrap items-end gap-4"
    >
      {password && (
        <PasswordField
          name="password"
          label={say("password")}
          autoComplete="current-password"
          required
          className="w-56"
        />
      )}
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
