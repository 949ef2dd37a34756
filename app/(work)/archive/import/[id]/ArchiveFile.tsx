"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { archiveAction } from "../../actions";
import { isOpen, useStanding } from "./standing";
import { TurnDialog } from "./TurnForm";

/** `why`: what the file lacks; nothing can be archived while something typed is not kept. */
type Props = { id: string; version: number; count: number; why: string | null; children: ReactNode };

export function ArchiveFile({ id, version, count, why, children }: Props) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const isTyped = isOpen(useStanding(id));
  useEffect(() => {
    if (!isTyped) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isTyped]);
  const lacks = isTyped ? more("notKept") : why;
  return (
    <>
      {lacks && <span className="text-ochre">{lacks}</span>}
      <TurnDialog
        id={id}
        version={version}
        verb={say("archive")}
        title={say("archiveTitle", { count })}
        action={archiveAction as never}
        openTone="primary"
        disabled={lacks !== null || !count}
      >
        {children}
      </TurnDialog>
    </>
  );
}
