"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Area } from "@/typesetting/rows/areas";
import type { Draft } from "../../pages/store";
import { TruePages } from "../../pages/TruePages";

type Props = {
  issue: { id: string; version: number; entries: { id: string; title: string }[] };
  draft: Draft;
  onOpen: (area: Area) => void;
  children: ReactNode;
};

/** Beside the text: the true pages with what is being written, or what the office sent. */
export function EditorSide({ issue, draft, onOpen, children }: Props) {
  const say = useTranslations("pages");
  const [shows, setShows] = useState<"pages" | "original">("pages");
  return (
    <div className="flex min-h-0 min-w-0 flex-col border-line-2 lg:border-l">
      <div className="flex border-b border-line-2 bg-paper px-6 max-sm:px-4">
        {(["pages", "original"] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={shows === each}
            onClick={() => setShows(each)}
            className={`min-h-11 px-4 ${shows === each ? "font-bold shadow-[inset_0_-3px_0_var(--color-ink)]" : "text-ink-2"}`}
          >
            {say(each === "pages" ? "name" : "original")}
          </button>
        ))}
      </div>
      {shows === "pages" ? (
        <TruePages issueId={issue.id} version={issue.version} draft={draft} entries={issue.entries} onOpen={onOpen} />
      ) : (
        <div className="min-h-0 grow lg:overflow-y-auto">{children}</div>
      )}
    </div>
  );
}
