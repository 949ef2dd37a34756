"use client";

import { useRouter } from "next/navigation";
import { DropIndicator, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { BoardRow, type OfList } from "./BoardRow";
import { destination, sectionDestination } from "./order";
import { usePageOf } from "./pages/usePageOf";
import { usePointing } from "./usePointing";

type Props = OfList & { name: string };

/**
 * Sections and entries in one list, so that an entry can be carried anywhere with one gesture: by
 * pointer, or from its grip with Enter, the arrows, and Enter again.
 */
export function LiveRows({ name, rows, issueId, mayEdit, onMove, onMoveSection, ...shown }: Props) {
  const router = useRouter();
  const { current, listening } = usePointing();
  const pageOf = usePageOf(issueId);
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
        return onMoveSection(carried, sectionDestination(rows, String(target.key), position).before);
      const to = destination(rows, carried, String(target.key), position);
      if (to) onMove(carried, to);
    },
  });
  return (
    <div {...listening}>
      <GridList
        // Its hooks for carrying may not come and go: a list that can no longer be edited is another list.
        key={String(mayEdit)}
        aria-label={name}
        items={rows}
        // Rows are kept as long as their item is the same: what else they show has to be named.
        dependencies={[current, pageOf]}
        dragAndDropHooks={mayEdit ? dragAndDropHooks : undefined}
        keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const row = rows.find(({ id }) => id === key);
          if (row?.kind === "entry") router.push(`/issues/${issueId}/entries/${row.id}`);
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
              {...shown}
              row={row}
              page={pageOf(row.id)}
              rows={rows}
              issueId={issueId}
              mayEdit={mayEdit}
              onMove={onMove}
              onMoveSection={onMoveSection}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
