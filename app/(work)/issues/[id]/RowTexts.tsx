import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import type { BoardWords } from "./boardWords";
import type { Row } from "./order";

type Section = Extract<Row, { kind: "section" }>;
type Entry = Extract<Row, { kind: "entry" }>;

/** What a section's row says. */
export function SectionTexts({ row, mark, words }: { row: Section; mark: string; words: BoardWords }) {
  return (
    <>
      <b className="font-serif text-edit">{`${mark}${row.title}${mark}`}</b>
      <span className="text-ink-3">
        {row.merged
          ? words.merging("inSection", { count: row.count, merged: row.merged })
          : words.say("entries", { count: row.count })}
      </span>
    </>
  );
}

type Props = { row: Entry; title: ReactNode; mayEdit: boolean; page: number | null; words: BoardWords };

/** What an entry's row says. `page`: where it begins; null while the pages are being set. */
export function EntryTexts({ row, title, mayEdit, page, words }: Props) {
  const offices = new Set(row.items.map(({ office }) => office));
  return (
    <>
      <span className="w-6 shrink-0 text-right text-ink-3">{row.number}</span>
      <span className="w-20 shrink-0 truncate text-ink-2 max-sm:w-15">
        {offices.size > 1 ? words.merging("offices", { count: offices.size }) : row.office}
      </span>
      <span className="min-w-0 grow truncate">{title}</span>
      {mayEdit && row.needsCheck && (
        <CircleHelp size={20} className="text-ochre" role="img" aria-label={words.desk("needsCheck")} />
      )}
      <span className="w-12 shrink-0 whitespace-nowrap text-ink-2 max-sm:hidden">
        {words.say(`styles.${row.style}`)}
      </span>
      <span className="w-12 shrink-0 text-right text-ink-2 max-sm:hidden">{row.characters}</span>
      <span className="w-8 shrink-0 text-right text-ink-2 max-sm:hidden">{page}</span>
    </>
  );
}
