"use client";

import { GripVertical } from "lucide-react";
import { Button } from "react-aria-components";
import type { BoardWords } from "./boardWords";
import { EntryMenu } from "./EntryMenu";
import type { Destination, Row } from "./order";
import { EntryTexts, SectionTexts } from "./RowTexts";
import { SectionMenu } from "./SectionMenu";

/** What a row is told of the list that it stands in, and whom it tells what was done with it. */
export type OfList = {
  rows: Row[];
  mark: string;
  issueId: string;
  mayEdit: boolean;
  words: BoardWords;
  onMove: (entryId: string, to: Destination) => void;
  onMoveSection: (sectionId: string, before: string | null) => void;
  onRefused: (sentence: string | null) => void;
};

/** `page`: where the entry begins; null while the pages are being set. */
type Props = OfList & { row: Row; page: number | null };

/** How a row of the board lies, before scripts and with them. */
export const rowLook = "flex min-h-11 items-center gap-2 pr-2 pl-3 max-sm:pl-1";

/** A row of the board: a section's heading, or an entry in its place. */
export function BoardRow({ row, page, mark, rows, issueId, mayEdit, words, onMove, onMoveSection, onRefused }: Props) {
  const grip = mayEdit ? <Grip name={words.say("carry", { title: row.title })} /> : <span className="w-6 shrink-0" />;
  if (row.kind === "section")
    return (
      <div className={rowLook}>
        {grip}
        <SectionTexts row={row} mark={mark} words={words} />
        {mayEdit && (
          <SectionMenu issueId={issueId} row={row} rows={rows} onMoveSection={onMoveSection} onRefused={onRefused} />
        )}
      </div>
    );
  return (
    <div data-entry={row.id} className={rowLook}>
      {grip}
      <EntryTexts row={row} title={row.title} mayEdit={mayEdit} page={page} words={words} />
      {mayEdit ? (
        <EntryMenu row={row} rows={rows} issueId={issueId} onMove={onMove} onRefused={onRefused} />
      ) : (
        <span className="w-6 shrink-0" />
      )}
    </div>
  );
}

function Grip({ name }: { name: string }) {
  return (
    <Button
      slot="drag"
      aria-label={name}
      className="inside inline-flex h-11 w-6 shrink-0 items-center justify-center text-field"
    >
      <GripVertical size={20} aria-hidden />
    </Button>
  );
}
