"use client";

import { CircleHelp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components";
import { EntryMenu } from "./EntryMenu";
import type { Destination, Row } from "./order";
import { SectionMenu } from "./SectionMenu";

type Props = {
  row: Row;
  /** Where the entry begins; null while the pages are being set. */
  page: number | null;
  rows: Row[];
  mark: string;
  issueId: string;
  mayEdit: boolean;
  onMove: (entryId: string, to: Destination) => void;
  onMoveSection: (sectionId: string, before: string | null) => void;
  onRefused: (sentence: string | null) => void;
};

/** A row of the board: a section's heading, or an entry in its place. */
export function BoardRow({ row, page, mark, rows, issueId, mayEdit, onMove, onMoveSection, onRefused }: Props) {
  const say = useTranslations("board");
  const merging = useTranslations("merging");
  const desk = useTranslations("desk");
  if (row.kind === "section")
    return (
      <div className="flex min-h-11 items-center gap-2 pr-2 pl-3 max-sm:pl-1">
        <Grip mayEdit={mayEdit} title={row.title} />
        <b className="font-serif text-edit">{`${mark}${row.title}${mark}`}</b>
        <span className="text-ink-3">
          {row.merged
            ? merging("inSection", { count: row.count, merged: row.merged })
            : say("entries", { count: row.count })}
        </span>
        {mayEdit && (
          <SectionMenu issueId={issueId} row={row} rows={rows} onMoveSection={onMoveSection} onRefused={onRefused} />
        )}
      </div>
    );
  const offices = new Set(row.items.map(({ office }) => office));
  return (
    <div data-entry={row.id} className="flex min-h-11 items-center gap-2 pr-2 pl-3 max-sm:pl-1">
      <Grip mayEdit={mayEdit} title={row.title} />
      <span className="w-6 shrink-0 text-right text-ink-3">{row.number}</span>
      <span className="w-20 shrink-0 truncate text-ink-2 max-sm:w-15">
        {offices.size > 1 ? merging("offices", { count: offices.size }) : row.office}
      </span>
      <span className="min-w-0 grow truncate">{row.title}</span>
      {mayEdit && row.needsCheck && (
        <CircleHelp size={20} className="text-ochre" role="img" aria-label={desk("needsCheck")} />
      )}
      <span className="w-12 shrink-0 whitespace-nowrap text-ink-2 max-sm:hidden">{say(`styles.${row.style}`)}</span>
      <span className="w-12 shrink-0 text-right text-ink-2 max-sm:hidden">{row.characters}</span>
      <span className="w-8 shrink-0 text-right text-ink-2 max-sm:hidden">{page}</span>
      {mayEdit ? (
        <EntryMenu row={row} rows={rows} issueId={issueId} onMove={onMove} onRefused={onRefused} />
      ) : (
        <span className="w-6 shrink-0" />
      )}
    </div>
  );
}

function Grip({ mayEdit, title }: { mayEdit: boolean; title: string }) {
  const say = useTranslations("board");
  if (!mayEdit) return <span className="w-6 shrink-0" />;
  return (
    <Button
      slot="drag"
      aria-label={say("carry", { title })}
      className="inside inline-flex h-11 w-6 shrink-0 items-center justify-center text-field"
    >
      <GripVertical size={20} aria-hidden />
    </Button>
  );
}
