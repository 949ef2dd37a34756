import { type RefObject, useLayoutEffect, useState } from "react";
import type { Outcome } from "@/lib/action";

/**
 * What a refusal says and no field of the form shows: that of the whole form, or of a field that it does not have.
 * Known once the fields have been drawn; before scripts load, where a refusal names no field.
 */
export function useUntold(outcome: Outcome | null, form: RefObject<HTMLFormElement | null>): string[] {
  const [untold, setUntold] = useState<{ of: Outcome | null; sentences: string[] }>({ of: null, sentences: [] });
  useLayoutEffect(() => {
    if (!outcome || outcome.ok || isOfNoField(outcome)) return;
    const shown = form.current?.textContent ?? "";
    const all = new Set([outcome.sentence, ...Object.values(outcome.fields)]);
    setUntold({ of: outcome, sentences: [...all].filter((sentence) => !shown.includes(sentence)) });
  }, [outcome, form]);
  if (!outcome || outcome.ok) return [];
  if (isOfNoField(outcome)) return [outcome.sentence];
  return untold.of === outcome ? untold.sentences : [];
}

const isOfNoField = ({ fields }: Extract<Outcome, { ok: false }>) => !Object.keys(fields).length;
