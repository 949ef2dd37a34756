"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import type { Messages } from "use-intl/core";
import messages from "@/messages/en";

type Props = { timeZone: string; children: ReactNode };

/** A file of its own with all sentences in English (AllWords). */
export default function EnglishWords({ timeZone, children }: Props) {
  return (
    <NextIntlClientProvider locale="en" timeZone={timeZone} messages={messages as Messages}>
      {children}
    </NextIntlClientProvider>
  );
}
