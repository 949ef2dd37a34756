"use client";

import { useTranslations } from "next-intl";
import { Menu } from "@/components/Menu";
import { useTriedAndRead } from "@/components/useTried";
import type { Outcome } from "@/lib/action";
import { removeSectionAction, sortSectionAction } from "../actions";
import type { Row } from "./order";

type Props = {
  issueId: string;
  row: Extract<Row, { kind: "section" }>;
  rows: Row[];
  onMoveSection: (sectionId: string, before: string | null) => void;
  onRefused: (sentence: string | null) => void;
};

/** Sorting within a section, and the order of sections. */
export function SectionMenu({ issueId, row, rows, onMoveSection, onRefused }: Props) {
  const say = useTranslations("board");
  const tried = useTriedAndRead();
  const run = (act: () => Promise<Outcome>) => async () => {
    const outcome = await tried(act);
    onRefused(outcome.ok ? null : outcome.sentence);
  };
  const of = { issueId, sectionId: row.id };
  const sections = rows.filter(({ kind }) => kind === "section");
  const at = sections.findIndex(({ id }) => id === row.id);
  return (
    <div className="ml-auto">
      <Menu
        name={say("sectionMenu", { title: row.title })}
        groups={() => [
          {
            head: say("sort"),
            items: (["date", "rank", "office"] as const).map((by) => ({
              id: by,
              label: say(`sorts.${by}`),
              run: run(() => sortSectionAction({ ...of, by })),
              disabled: !row.count,
            })),
          },
          {
            head: say("section"),
            items: [
              {
                id: "up",
                label: say("up"),
                run: () => onMoveSection(row.id, sections[at - 1]?.id ?? null),
                disabled: at === 0,
              },
              {
                id: "down",
                label: say("down"),
                run: () => onMoveSection(row.id, sections[at + 2]?.id ?? null),
                disabled: at === sections.length - 1,
              },
              {
                id: "remove",
                label: say("removeSection"),
                run: run(() => removeSectionAction(of)),
                disabled: row.count > 0,
              },
            ],
          },
        ]}
      />
    </div>
  );
}
