"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import type { Act } from "@/components/ActForm";
import { archiveAction } from "../../actions";
import { isOpen, isOpenNow, useStanding } from "./standing";
import { TurnDialog } from "./TurnForm";

/** `why`: what the file lacks, and where that is said; nothing can be archived while something typed is not kept. */
type Props = {
  id: string;
  version: number;
  count: number;
  why: { sentence: string; at: string } | null;
  children: ReactNode;
};

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
  // What is typed is kept on the way to this button, in its turn before it; what was refused is not.
  const archive: Act = async (previous, data) =>
    isOpenNow(id)
      ? { ok: false, sentence: more("notKept"), fields: {} }
      : (archiveAction as unknown as Act)(previous, data);
  return (
    <>
      {why && (
        <a href={why.at} className="inline-flex min-h-11 items-center text-ochre underline underline-offset-4">
          {why.sentence}
        </a>
      )}
      {!why && isTyped && <span className="text-ochre">{more("notKept")}</span>}
      <TurnDialog
        id={id}
        version={version}
        verb={say("archive")}
        title={say("archiveTitle", { count })}
        action={archive}
        openTone="primary"
        disabled={why !== null || !count}
      >
        {children}
      </TurnDialog>
    </>
  );
}
