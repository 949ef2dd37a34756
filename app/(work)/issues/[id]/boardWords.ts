"use client";

import { useTranslations } from "next-intl";

/** The sentences of the board's rows, asked for once for all of them. */
export function useBoardWords() {
  return { say: useTranslations("board"), merging: useTranslations("merging"), desk: useTranslations("desk") };
}

export type BoardWords = ReturnType<typeof useBoardWords>;
