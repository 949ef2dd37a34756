"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { buttonClass } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { useShortcut } from "@/components/useShortcut";
import { acknowledgeAction } from "./actions";

type Props = { issueId: string; of: string | null; inPlaceOf: string | null };

/** 已阅, by one touch or the key Y. Its name is that of the act, 签收 (docs/words.md). */
export function Acknowledge({ issueId, of, inPlaceOf }: Props) {
  const say = useTranslations("read");
  const router = useRouter();
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<string | null>(null);
  const acknowledge = () =>
    start(async () => {
      try {
        const outcome = await acknowledgeAction({ id: issueId, of });
        setRefused(outcome.ok ? null : outcome.sentence);
        router.refresh();
      } catch {
        // The line broke; what was read can be acknowledged again.
        setRefused(say("unreachable"));
      }
    });
  useShortcut("y", acknowledge);
  return (
    <form
      action={acknowledgeAction as never}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) acknowledge();
      }}
    >
      <input type="hidden" name="id" value={issueId} />
      <input type="hidden" name="of" value={of ?? ""} />
      <button
        type="submit"
        disabled={pending}
        aria-label={inPlaceOf ? say("acknowledgeFor", { name: inPlaceOf }) : say("acknowledge")}
        className={buttonClass("primary", "min-h-[60px] text-lead max-sm:min-h-[52px] max-sm:px-4")}
      >
        <Check size={24} aria-hidden />
        {inPlaceOf ? say("readFor", { name: inPlaceOf }) : say("read")}
      </button>
      {refused && (
        <div className="absolute inset-x-4 bottom-20">
          <Notice kind="failed">{refused}</Notice>
        </div>
      )}
    </form>
  );
}
