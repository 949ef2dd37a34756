import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "use-intl/core";
import { timeZone } from "@/lib/dates";
import { sentencesFor } from "@/lib/say";
import { AllWords } from "./AllWords";
import { Words } from "./Words";

type Props = { of: readonly (keyof Messages)[] | "all"; children: ReactNode };

/**
 * Gives the scripts of the pages within their sentences. A layout names what its pages need, since each of them
 * carries it to the browser, or says `all`, which is a file of its own; `app/sentences.test.ts` says when something
 * is missing.
 */
export async function Sentences({ of, children }: Props) {
  const locale = await getLocale();
  if (of === "all")
    return (
      <AllWords locale={locale} timeZone={timeZone}>
        {children}
      </AllWords>
    );
  return (
    <Words locale={locale} timeZone={timeZone} text={sentencesFor(locale, of)}>
      {children}
    </Words>
  );
}
