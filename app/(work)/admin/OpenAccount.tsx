"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActDialog } from "@/components/ActDialog";
import { openAccountAction } from "./actions";
import { type Given, LinkGiven } from "./LinkGiven";

/** Makes an account; where no password was given, the link of its invitation is shown, once. */
export function OpenAccount({ children }: { children: ReactNode }) {
  const say = useTranslations("admin");
  const [given, setGiven] = useState<Given | null>(null);
  return (
    <>
      <ActDialog
        verb={say("openAccount")}
        title={say("openAccount")}
        action={openAccountAction as never}
        openTone="primary"
        onDone={(value) => setGiven((value as Partial<Given>).link ? (value as Given) : null)}
      >
        {children}
      </ActDialog>
      {given && (
        <div className="w-full">
          <LinkGiven key={given.link} {...given} />
        </div>
      )}
    </>
  );
}
