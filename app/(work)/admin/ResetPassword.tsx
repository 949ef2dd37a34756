"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActDialog } from "@/components/ActDialog";
import { Button } from "@/components/Button";
import { resetPasswordAction } from "./actions";
import { type Given, LinkGiven } from "./LinkGiven";

/** Takes a password away and shows the link to a new one, once. */
export function ResetPassword({ id, account }: { id: string; account: string }) {
  const say = useTranslations("admin");
  const [given, setGiven] = useState<Given | null>(null);
  return (
    <>
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
      {given && <LinkDialog given={given} onClose={() => setGiven(null)} />}
    </>
  );
}

/** In a row of a table a link would stand a letter wide on a telephone. */
function LinkDialog({ given, onClose }: { given: Given; onClose: () => void }) {
  const say = useTranslations("admin");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={say("resetTitle", { account: given.account })}
      onClose={onClose}
      className="m-auto w-[min(600px,calc(100vw-32px))] border border-ink bg-sheet p-6 text-left whitespace-normal"
    >
      <LinkGiven {...given} />
      <div className="flex justify-end pt-4">
        <Button onClick={() => dialog.current?.close()}>{say("closeDialog")}</Button>
      </div>
    </dialog>
  );
}
