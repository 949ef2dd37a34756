"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { DropIndicator, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { SelectField, TextField } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { addSectionAction, moveEntryAction, moveSectionAction } from "../actions";
import { BoardRow } from "./BoardRow";
import { destination, moved, rowsOf, type Section, sectionDestination, sectionMoved } from "./order";
import { usePageOf } from "./pages/usePageOf";
import { usePointing } from "./usePointing";

/** `mark`: what stands around the titles of sections, as on the page. */
type Props = { issue: { id: string; version: number; sections: Section[] }; mark: string; mayEdit: boolean };

/**
 * Sections and entries in one list, so that an entry can be carried anywhere with one gesture: by
 * pointer, or from its grip with Enter, the arrows, and Enter again.
 */
export function BoardList({ issue, mark, mayEdit }: Props) {
  const say = useTranslations("board");
  const router = useRouter();
  const [rows, setRows] = useState(() => rowsOf(issue.sections));
  const [refused, setRefused] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  useEffect(() => setRows(rowsOf(issue.sections)), [issue.sections]);

  function move(entryId: string, to: { sectionId: string; before: string | null }) {
    setRows((before) => moved(before, entryId, to));
    startTransition(async () => {
      const outcome = await moveEntryAction({ issueId: issue.id, entryId, ...to });
      setRefused(outcome.ok ? null : outcome.sentence);
      if (!outcome.ok) setRows(rowsOf(issue.sections));
      router.refresh();
    });
  }

  function moveWhole(sectionId: string, before: string | null) {
    if (sectionId === before) return;
    setRows((rowsBefore) => sectionMoved(rowsBefore, sectionId, before));
    startTransition(async () => {
      const outcome = await moveSectionAction({ issueId: issue.id, sectionId, before });
      setRefused(outcome.ok ? null : outcome.sentence);
      if (!outcome.ok) setRows(rowsOf(issue.sections));
      router.refresh();
    });
  }

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayEdit,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": rows.find(({ id }) => id === key)?.title ?? "" })),
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="-my-px h-0.5 outline-none data-[drop-target]:bg-ink" />
    ),
    onReorder: ({ keys, target }) => {
      const carried = String([...keys][0]);
      const position = target.dropPosition === "after" ? "after" : "before";
      if (rows.find(({ id }) => id === carried)?.kind === "section")
        return moveWhole(carried, sectionDestination(rows, String(target.key), position).before);
      const to = destination(rows, carried, String(target.key), position);
      if (to) move(carried, to);
    },
  });

  const { current, listening } = usePointing();
  const pageOf = usePageOf(issue.id);
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
      <div {...listening}>
        <GridList
          // Its hooks for carrying may not come and go: a list that can no longer be edited is another list.
          key={String(mayEdit)}
          aria-label={say("order")}
          items={rows}
          // Rows are kept as long as their item is the same: what else they show has to be named.
          dependencies={[current, pageOf]}
          dragAndDropHooks={mayEdit ? dragAndDropHooks : undefined}
          keyboardNavigationBehavior="tab"
          onAction={(key) => {
            const row = rows.find(({ id }) => id === key);
            if (row?.kind === "entry") router.push(`/issues/${issue.id}/entries/${row.id}`);
          }}
          className="outline-none"
        >
          {(row) => (
            <GridListItem
              id={row.id}
              textValue={row.title}
              className={`inside border-b border-line ${row.id === current ? "bg-sheet shadow-[inset_4px_0_0_var(--color-vermilion)]" : ""} data-[dragging]:opacity-40 data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-focus data-[hovered]:bg-sunk`}
            >
              <BoardRow
                row={row}
                page={pageOf(row.id)}
                mark={mark}
                rows={rows}
                issueId={issue.id}
                mayEdit={mayEdit}
                onMove={move}
                onMoveSection={moveWhole}
                onRefused={setRefused}
              />
            </GridListItem>
          )}
        </GridList>
      </div>
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
