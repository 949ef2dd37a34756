"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use } from "react";
import type { Locale, Messages } from "use-intl/core";

type Props = { locale: Locale; timeZone: string; children: ReactNode };

const catalogues = new Map<Locale, Promise<Messages>>();

/** The same promise each time: what has been kept once is there at once. */
function catalogueOf(locale: Locale): Promise<Messages> {
  const begun = catalogues.get(locale);
  if (begun) return begun;
  const catalogue =
    locale === "en"
      ? import("@/messages/en").then(({ default: en }) => en as Messages)
      : import("@/messages/zh-CN").then(({ default: zh }) => zh as Messages);
  catalogues.set(locale, catalogue);
  // What did not come is asked for again at the next try.
  catalogue.catch(() => catalogues.delete(locale));
  return catalogue;
}

/**
 * The whole catalogue of one language, as a file that a browser keeps for good: within a page it would be sent, and
 * packed, with each of them, and is more than what the page says.
 */
export function AllWords({ locale, timeZone, children }: Props) {
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={use(catalogueOf(locale))}>
      {children}
    </NextIntlClientProvider>
  );
}
