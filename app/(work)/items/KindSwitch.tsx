"use client";

import { useTranslations } from "next-intl";
import type { Draft } from "@/bulletin/intake/draft";

/** Story or brief: the same sheet with other fields. */
export function KindSwitch({ kind, onChange }: { kind: Draft["kind"]; onChange: (kind: Draft["kind"]) => void }) {
  const say = useTranslations("items.kinds");
  return (
    <fieldset className="flex border border-field">
      <legend className="sr-only">{say("name")}</legend>
      {(["story", "brief"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={kind === each}
          onClick={() => onChange(each)}
          className={`min-h-11 px-5 ${kind === each ? "bg-ink text-sheet" : "bg-sheet hover:bg-sunk"}`}
        >
          {say(each)}
        </button>
      ))}
    </fieldset>
  );
}
