"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActDialog } from "@/components/ActDialog";
import { archiveAction } from "../../actions";
import { useStanding } from "./standing";

/** `why`: what the file lacks; nothing can be archived while something typed is not kept. */
type Props = { id: string; version: number; count: number; why: string | null; children: ReactNode };

export function ArchiveFile({ id, version, count, why, children }: Props) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const standing = useStanding(id, version);
  const lacks = standing.open.length ? more("notKept") : why;
  return (
    <>
      {lacks && <span className="text-ochre">{lacks}</span>}
      <ActDialog
        verb={say("archive")}
        title={say("archiveTitle", { count })}
        action={archiveAction as never}
        hidden={{ id, version: standing.version }}
        openTone="primary"
        disabled={lacks !== null || !count}
      >
        {children}
      </ActDialog>
    </>
  );
}
