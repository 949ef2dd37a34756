"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Outcome } from "@/lib/action";
import { type Hindrance, hindrance } from "@/lib/hindrance";

/**
 * Tries an act whose answer may not come, since the server is away or what it needs: that is a refusal like any other,
 * in a sentence that says what is the matter, and what was typed stays where it is. Thrown on, it would take the page
 * with it.
 */
export function useTried() {
  const attempt = useAttempt();
  return async <T>(run: Run<T>): Promise<Outcome<T>> => (await attempt(run)).outcome;
}

/** The same for acts that leave the page as it was: it is read again, unless it could not be read either. */
export function useTriedAndRead() {
  const attempt = useAttempt();
  const router = useRouter();
  return async <T>(run: Run<T>): Promise<Outcome<T>> => {
    const { outcome, hinders } = await attempt(run);
    if (!hinders) router.refresh();
    return outcome;
  };
}

type Run<T> = () => Promise<Outcome<T>>;
type Attempt<T> = { outcome: Outcome<T>; hinders: Hindrance | null };

function useAttempt() {
  const say = useTranslations("tried");
  return async <T>(run: Run<T>): Promise<Attempt<T>> => {
    try {
      return { outcome: await run(), hinders: null };
    } catch (error) {
      // Another page is one of the answers.
      unstable_rethrow(error);
      const hinders = await hindrance();
      return { outcome: { ok: false, sentence: say(hinders ?? "unknown"), fields: {} }, hinders };
    }
  };
}
