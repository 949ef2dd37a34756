"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/lib/dates";
import type { Saving } from "./useAutosave";

/** What is saved and what is not, always in sight. */
export function SavingLine({ saving }: { saving: Saving }) {
  const say = useTranslations("saving");
  const locale = useLocale();
  const failed = !["saved", "changed", "saving"].includes(saving.kind);
  return (
    <span role="status" className={`inline-flex items-center gap-1.5 ${failed ? "text-ochre" : "text-ink-2"}`}>
      {saving.kind === "saved" && saving.at && <Check size={16} aria-hidden />}
      {failed && <TriangleAlert size={16} aria-hidden />}
      {saving.kind === "saved"
        ? saving.at
          ? say("saved", { at: formatMoment(new Date(saving.at), locale) })
          : say("nothing")
        : say(saving.kind)}
    </span>
  );
}
