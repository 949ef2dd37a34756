"use client";

import { GripVertical, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { DropIndicator, GridList, GridListItem, Button as GripButton, useDragAndDrop } from "react-aria-components";
import { ActDialog } from "@/components/ActDialog";
import { LinkButton } from "@/components/Button";
import { SelectField, TextField } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { addSectionAction, moveEntryAction } from "../actions";
import { EntryMenu } from "./EntryMenu";
import { destination, moved, type Row, rowsOf, type Section } from "./order";
import { SectionMenu } from "./SectionMenu";

type Props = { issue: { id: string; version: number; sections: Section[] }; mayEdit: boolean };

/**
 * Sections and entries in one list, so that an entry can be carried anywhere with one gesture: by
 * pointer, or from its grip with Enter, the arrows, and Enter again.
 */
export function BoardList({ issue, mayEdit }: Props) {
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

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayEdit,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": rows.find(({ id }) => id === key)?.title ?? "" })),
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="-my-px h-0.5 outline-none data-[drop-target]:bg-ink" />
    ),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const to = destination(
        rows,
        String(key),
        String(target.key),
        target.dropPosition === "after" ? "after" : "before",
      );
      if (to) move(String(key), to);
    },
  });

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
        <span className="ml-auto text-ink-3">{say("characters")}</span>
      </div>
      {refused && (
        <div className="px-8 py-2 max-sm:px-4">
          <Notice kind="warning">{refused}</Notice>
        </div>
      )}
      <GridList
        aria-label={say("order")}
        items={rows}
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
            className="inside border-b border-line data-[dragging]:opacity-40 data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-focus data-[hovered]:bg-sunk"
          >
            <RowView row={row} rows={rows} issueId={issue.id} mayEdit={mayEdit} onMove={move} onRefused={setRefused} />
          </GridListItem>
        )}
      </GridList>
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

type RowProps = {
  row: Row;
  rows: Row[];
  issueId: string;
  mayEdit: boolean;
  onMove: (entryId: string, to: { sectionId: string; before: string | null }) => void;
  onRefused: (sentence: string | null) => void;
};

function RowView({ row, rows, issueId, mayEdit, onMove, onRefused }: RowProps) {
  const say = useTranslations("board");
  if (row.kind === "section")
    return (
      <div className="flex min-h-11 items-center gap-3 bg-paper pr-2 pl-8 max-sm:pl-4">
        <b className="font-serif text-edit">{`※${row.title}※`}</b>
        <span className="text-ink-3">{say("entries", { count: row.count })}</span>
        {mayEdit && (
          <SectionMenu
            issueId={issueId}
            sectionId={row.id}
            title={row.title}
            isEmpty={!row.count}
            onRefused={onRefused}
          />
        )}
      </div>
    );
  return (
    <div className="flex min-h-11 items-center gap-2 pr-2 pl-3 max-sm:pl-1">
      {mayEdit ? (
        <GripButton
          slot="drag"
          aria-label={say("carry", { title: row.title })}
          className="inside inline-flex h-11 w-6 items-center justify-center text-field"
        >
          <GripVertical size={20} aria-hidden />
        </GripButton>
      ) : (
        <span className="w-6" />
      )}
      <span className="w-6 text-right text-ink-3">{row.number}</span>
      <span className="w-20 truncate text-ink-2">{row.office}</span>
      <span className="min-w-0 grow truncate">{row.title}</span>
      <span className="whitespace-nowrap text-ink-2 max-sm:hidden">{say(`styles.${row.style}`)}</span>
      <span className="w-12 text-right text-ink-2">{row.characters}</span>
      {mayEdit && <EntryMenu row={row} rows={rows} issueId={issueId} onMove={onMove} onRefused={onRefused} />}
    </div>
  );
}
