"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Menu } from "@/components/Menu";
import { useTriedAndRead } from "@/components/useTried";
import { listed } from "@/lib/listed";
import { putBackAction, unmergeAction } from "../actions";
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
  const merging = useTranslations("merging");
  const locale = useLocale();
  const router = useRouter();
  const tried = useTriedAndRead();
  const at = rows.findIndex(({ id }) => id === row.id);
  const step = (by: -1 | 1) => {
    const neighbour = rows[at + by];
    const to = neighbour && destination(rows, row.id, neighbour.id, by < 0 ? "before" : "after");
    if (to) onMove(row.id, to);
  };
  const sources = row.items.map(({ id: itemId, office }) => ({
    id: itemId,
    label: merging("takeOut", { office }),
    run: async () => {
      const outcome = await tried(() => unmergeAction({ entryId: row.id, itemId }));
      if (!outcome.ok) onRefused(outcome.sentence);
      else onRefused((outcome.value as { left: boolean }).left ? merging("left", { office }) : null);
    },
  }));
  return (
    <Menu
      name={say("entryMenu", { title: row.title })}
      groups={() => [
        {
          items: [
            { id: "edit", label: say("edit"), run: () => router.push(`/issues/${issueId}/entries/${row.id}`) },
            { id: "up", label: say("up"), run: () => step(-1), disabled: at <= 1 },
            { id: "down", label: say("down"), run: () => step(1), disabled: at === rows.length - 1 },
            {
              id: "putBack",
              label: say("putBack"),
              run: async () => {
                const outcome = await tried(() => putBackAction({ entryId: row.id }));
                onRefused(outcome.ok ? null : outcome.sentence);
              },
            },
          ],
        },
        ...(row.items.length > 1
          ? [
              {
                head: merging("sources", {
                  names: listed(
                    row.items.map(({ office }) => office),
                    locale,
                  ),
                }),
                items: sources,
              },
            ]
          : []),
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
