"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/Menu";
import type { Outcome } from "@/lib/action";
import { moveSectionAction, removeSectionAction, sortSectionAction } from "../actions";

type Props = {
  issueId: string;
  sectionId: string;
  title: string;
  isEmpty: boolean;
  onRefused: (sentence: string | null) => void;
};

/** Sorting within a section, and the order of sections. */
export function SectionMenu({ issueId, sectionId, title, isEmpty, onRefused }: Props) {
  const say = useTranslations("board");
  const router = useRouter();
  const run = (act: () => Promise<Outcome>) => async () => {
    const outcome = await act();
    onRefused(outcome.ok ? null : outcome.sentence);
    router.refresh();
  };
  const of = { issueId, sectionId };
  return (
    <div className="ml-auto">
      <Menu
        name={say("sectionMenu", { title })}
        groups={[
          {
            head: say("sort"),
            items: (["date", "rank", "office"] as const).map((by) => ({
              id: by,
              label: say(`sorts.${by}`),
              run: run(() => sortSectionAction({ ...of, by })),
              disabled: isEmpty,
            })),
          },
          {
            head: say("section"),
            items: [
              { id: "up", label: say("up"), run: run(() => moveSectionAction({ ...of, by: "up" })) },
              { id: "down", label: say("down"), run: run(() => moveSectionAction({ ...of, by: "down" })) },
              {
                id: "remove",
                label: say("removeSection"),
                run: run(() => removeSectionAction(of)),
                disabled: !isEmpty,
              },
            ],
          },
        ]}
      />
    </div>
  );
}
