"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/components/ActDialog";
import { resetPasswordAction } from "./actions";
import { type Given, LinkGiven } from "./LinkGiven";

/** Takes a password away and shows the link to a new one, once. */
export function ResetPassword({ id, account }: { id: string; account: string }) {
  const say = useTranslations("admin");
  const [given, setGiven] = useState<Given | null>(null);
  if (given)
    return (
      <div className="order-last basis-full py-2">
        <LinkGiven {...given} />
      </div>
    );
  return (
    <ActDialog
      verb={say("reset")}
      title={say("resetTitle", { account })}
      action={resetPasswordAction as never}
      hidden={{ id }}
      openTone="text"
      onDone={(value) => setGiven(value as Given)}
    >
      <p>{say("resetFact")}</p>
    </ActDialog>
  );
}
