import { type OfList, rowLook } from "./BoardRow";
import { EntryTexts, SectionTexts } from "./RowTexts";

type Props = Omit<OfList, `on${string}`> & { name: string };

/**
 * The rows of the board as the server draws them: places for what scripts bring are empty, and an entry is a link.
 * All of react-aria for forty rows would be half of what the page costs the server.
 */
export function StillRows({ name, rows, mark, issueId, mayEdit, words }: Props) {
  // As wide as the dots of a row's menu.
  const end = <span className={mayEdit ? "w-11 shrink-0" : "w-6 shrink-0"} />;
  return (
    <ul aria-label={name}>
      {rows.map((row) => (
        <li key={row.id} className="border-b border-line">
          <div className={rowLook}>
            <span className="w-6 shrink-0" />
            {row.kind === "section" ? (
              <SectionTexts row={row} mark={mark} words={words} />
            ) : (
              <EntryTexts
                row={row}
                title={
                  <a href={`/issues/${issueId}/entries/${row.id}`} className="block truncate py-3">
                    {row.title}
                  </a>
                }
                mayEdit={mayEdit}
                page={null}
                words={words}
              />
            )}
            {row.kind === "entry" && end}
          </div>
        </li>
      ))}
    </ul>
  );
}
