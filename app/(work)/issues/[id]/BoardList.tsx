"use client";

import { Plus } from "lucide-react";
import { useEffect, useState, useTransition } from "react";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { SelectField, TextField } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { useIsAlive } from "@/components/useIsAlive";
import { useTriedAndRead } from "@/components/useTried";
import { addSectionAction, moveEntryAction, moveSectionAction } from "../actions";
import { useBoardWords } from "./boardWords";
import { LiveRows } from "./LiveRows";
import { moved, rowsOf, type Section, sectionMoved } from "./order";
import { StillRows } from "./StillRows";

/** `mark`: what stands around the titles of sections, as on the page. */
type Props = { issue: { id: string; version: number; sections: Section[] }; mark: string; mayEdit: boolean };

/** The order of an issue, as it is and as it is being changed. */
export function BoardList({ issue, mark, mayEdit }: Props) {
  const words = useBoardWords();
  const { say } = words;
  const [rows, setRows] = useState(() => rowsOf(issue.sections));
  const [refused, setRefused] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const tried = useTriedAndRead();
  useEffect(() => setRows(rowsOf(issue.sections)), [issue.sections]);

  function move(entryId: string, to: { sectionId: string; before: string | null }) {
    setRows((before) => moved(before, entryId, to));
    startTransition(async () => {
      const outcome = await tried(() => moveEntryAction({ issueId: issue.id, entryId, ...to }));
      setRefused(outcome.ok ? null : outcome.sentence);
      if (!outcome.ok) setRows(rowsOf(issue.sections));
    });
  }

  function moveWhole(sectionId: string, before: string | null) {
    if (sectionId === before) return;
    setRows((rowsBefore) => sectionMoved(rowsBefore, sectionId, before));
    startTransition(async () => {
      const outcome = await tried(() => moveSectionAction({ issueId: issue.id, sectionId, before }));
      setRefused(outcome.ok ? null : outcome.sentence);
      if (!outcome.ok) setRows(rowsOf(issue.sections));
    });
  }

  const isAlive = useIsAlive();
  const shown = { name: say("order"), rows, mark, issueId: issue.id, mayEdit, words };
  const entries = rows.filter(({ kind }) => kind === "entry");
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line-2 px-8 py-2 max-sm:px-4">
        <b>{say("sectionsAndEntries")}</b>
        <span className="text-ink-3">
          {say("sum", {
            entries: entries.length,
            characters: entries.reduce((sum, { characters }) => sum + characters, 0),
          })}
        </span>
        <span className="ml-auto text-ink-3 max-sm:hidden">{say("characters")}</span>
        <span className="-ml-1 w-8 text-right text-ink-3 max-sm:hidden">{say("page")}</span>
        <span className="w-4 max-sm:hidden" />
      </div>
      {refused && (
        <div className="px-8 py-2 max-sm:px-4">
          <Notice kind="warning">{refused}</Notice>
        </div>
      )}
      {isAlive ? (
        <LiveRows {...shown} onMove={move} onMoveSection={moveWhole} onRefused={setRefused} />
      ) : (
        <StillRows {...shown} />
      )}
      {mayEdit && (
        <div className="flex flex-wrap items-center gap-3 px-8 py-4 max-sm:px-4">
          <ActDialog
            verb={say("addSection")}
            title={say("addSection")}
            action={addSectionAction as never}
            hidden={{ issueId: issue.id }}
            icon={<Plus size={20} aria-hidden />}
          >
            <div className="grid gap-3">
              <TextField name="title" label={say("sectionTitle")} required />
              <SelectField
                name="style"
                label={say("sectionStyle")}
                options={[
                  { value: "story", label: say("styles.story") },
                  { value: "brief", label: say("styles.brief") },
                ]}
              />
            </div>
          </ActDialog>
          <LinkButton href="/desk">
            <Plus size={20} aria-hidden />
            {say("fromQueue")}
          </LinkButton>
          <span className="ml-auto text-ink-3 max-lg:hidden">{say("carryHint")}</span>
        </div>
      )}
    </>
  );
}
