"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/Button";
import type { Saving } from "@/components/editor/useAutosave";
import { Notice } from "@/components/Notice";

export type Returned = { words: string; by: string; phone: string };
type Props = { returned?: Returned | null; restored: boolean; saving: Saving; refused?: string; onRetry: () => void };

/** What the writer has to know above the sheet: why it came back, what is not saved, what still lacks. */
export function WritingNotices({ returned, restored, saving, refused, onRetry }: Props) {
  const say = useTranslations("items");
  return (
    <>
      {returned && (
        <Notice kind="warning">
          <b>{say("returnedBy", { by: returned.by })}</b>
          {returned.words}
          {returned.phone && <span className="block text-ink-3">{say("askBy", { phone: returned.phone })}</span>}
        </Notice>
      )}
      {restored && <Notice>{say("restored")}</Notice>}
      <div className="sticky top-0 z-10 grid gap-3 empty:hidden sm:top-[69px]">
        {saving.kind === "unreachable" && (
          <Notice
            kind="failed"
            act={
              <Button tone="text" onClick={onRetry}>
                {say("retry")}
              </Button>
            }
          >
            <b>{say("notSaved")}</b>
            {say("keptHere")}
          </Notice>
        )}
        {saving.kind === "signedOut" && (
          <Notice
            kind="failed"
            act={
              <a href="/sign-in" target="_blank" rel="noopener" className={buttonClass("text")}>
                {say("signIn")}
              </a>
            }
          >
            <b>{say("notSavedSignedOut")}</b>
            {say("savedAfterwards")}
          </Notice>
        )}
        {saving.kind === "refused" && (
          <Notice kind="failed">{say("notSavedBecause", { sentence: saving.sentence })}</Notice>
        )}
        {refused && <Notice kind="warning">{refused}</Notice>}
      </div>
    </>
  );
}
