"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Outcome } from "@/lib/action";
import { hindrance } from "@/lib/hindrance";

/**
 * Tries an act whose answer may not come, since the server is away or what it needs: that is a refusal like any other,
 * in a sentence that says what is the matter, and what was typed stays where it is. Thrown on, it would take the page
 * with it.
 */
export function useTried() {
  const say = useTranslations("tried");
  return async <T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    try {
      return await run();
    } catch (error) {
      // Another page is one of the answers.
      unstable_rethrow(error);
      const hinders = await hindrance();
      return { ok: false, sentence: say(hinders ?? "unknown"), fields: {}, ...(hinders && { isAway: true }) };
    }
  };
}
