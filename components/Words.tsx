"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import type { Locale, Messages } from "use-intl/core";

type Props = { locale: Locale; timeZone: string; text: string; children: ReactNode };

// The same text comes with every page: there are as many as layouts and languages.
const kept = new Map<string, Messages>();

function messagesOf(text: string): Messages {
  const messages = kept.get(text) ?? (JSON.parse(text) as Messages);
  kept.set(text, messages);
  return messages;
}

/** What Sentences gives, in the browser. */
export function Words({ locale, timeZone, text, children }: Props) {
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messagesOf(text)}>
      {children}
    </NextIntlClientProvider>
  );
}
