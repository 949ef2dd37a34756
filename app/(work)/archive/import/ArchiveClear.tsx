"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/components/ActDialog";
import { Notice } from "@/components/Notice";
import { archiveManyAction } from "../actions";

type Told = { archived: number; waiting: number };

/** Archives the files of this page that leave no doubt: named before, counted after. */
export function ArchiveClear({ files }: { files: { id: string; name: string }[] }) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const [told, setTold] = useState<Told | null>(null);
  if (!files.length && !told) return null;
  return (
    <div className="grid justify-items-start gap-3 py-3">
      {told && <Notice>{more("archivedMany", told)}</Notice>}
      {files.length > 0 && (
        <ActDialog
          verb={say("archiveClear", { count: files.length })}
          title={say("archiveClearTitle", { count: files.length })}
          submit={say("archive")}
          action={archiveManyAction as never}
          onDone={(value) => setTold(value as Told)}
        >
          <ul className="mb-3 max-h-[240px] overflow-y-auto border-y border-line-2">
            {files.map(({ id, name }) => (
              <li key={id} className="border-b border-line py-1 break-all last:border-b-0">
                <input type="hidden" name="ids[]" value={id} />
                {name}
              </li>
            ))}
          </ul>
          <p>{say("archiveFact")}</p>
          <p className="text-ink-3">{say("archiveClearHint")}</p>
        </ActDialog>
      )}
    </div>
  );
}
