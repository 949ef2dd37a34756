"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import messages from "@/messages/zh-CN";

type Props = { timeZone: string; children: ReactNode };

/** A file of its own with all sentences in Chinese (AllWords). */
export default function ChineseWords({ timeZone, children }: Props) {
  return (
    <NextIntlClientProvider locale="zh-CN" timeZone={timeZone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
