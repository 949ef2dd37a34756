"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/Menu";
import { putBackAction } from "../actions";
import { type Destination, destination, type Row } from "./order";

type Entry = Extract<Row, { kind: "entry" }>;
type Props = {
  row: Entry;
  rows: Row[];
  issueId: string;
  onMove: (id: string, to: Destination) => void;
  onRefused: (sentence: string | null) => void;
};

/** What can be done with an entry without carrying it: for touch, and for whoever likes words better. */
export function EntryMenu({ row, rows, issueId, onMove, onRefused }: Props) {
  const say = useTranslations("board");
  const router = useRouter();
  const at = rows.findIndex(({ id }) => id === row.id);
  const step = (by: -1 | 1) => {
    const neighbour = rows[at + by];
    const to = neighbour && destination(rows, row.id, neighbour.id, by < 0 ? "before" : "after");
    if (to) onMove(row.id, to);
  };
  return (
    <Menu
      name={say("entryMenu", { title: row.title })}
      groups={[
        {
          items: [
            { id: "edit", label: say("edit"), run: () => router.push(`/issues/${issueId}/entries/${row.id}`) },
            { id: "up", label: say("up"), run: () => step(-1), disabled: at <= 1 },
            { id: "down", label: say("down"), run: () => step(1), disabled: at === rows.length - 1 },
            {
              id: "putBack",
              label: say("putBack"),
              run: async () => {
                const outcome = await putBackAction({ entryId: row.id });
                onRefused(outcome.ok ? null : outcome.sentence);
                router.refresh();
              },
            },
          ],
        },
        {
          head: say("moveTo"),
          items: rows
            .filter(({ kind, id }) => kind === "section" && id !== row.sectionId)
            .map(({ id, title }) => ({ id, label: title, run: () => onMove(row.id, { sectionId: id, before: null }) })),
        },
      ]}
    />
  );
}
