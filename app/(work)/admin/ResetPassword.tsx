"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/components/ActDialog";
import { resetPasswordAction } from "./actions";

/** Gives a new password and shows it once. */
export function ResetPassword({ id, account }: { id: string; account: string }) {
  const say = useTranslations("admin");
  const [password, setPassword] = useState<string | null>(null);
  if (password)
    return (
      <span role="status" className="inline-flex min-h-11 items-center gap-2">
        {say("newPassword")}
        <b className="font-mono select-all">{password}</b>
      </span>
    );
  return (
    <ActDialog
      verb={say("reset")}
      title={say("resetTitle", { account })}
      action={resetPasswordAction as never}
      hidden={{ id }}
      openTone="text"
      onDone={(value) => setPassword(String(value))}
    >
      <p>{say("resetFact")}</p>
    </ActDialog>
  );
}
