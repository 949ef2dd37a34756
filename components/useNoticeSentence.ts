"use client";

import { useLocale, useTranslations } from "next-intl";
import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import { formatDay, isDay } from "@/lib/dates";
import type { Values } from "@/lib/refusal";

/** A notice in words; days among its values as people write them. */
export function useNoticeSentence(): (notice: { kind: NoticeKind; values: Values }) => string {
  const say = useTranslations("notices.kinds");
  const locale = useLocale();
  return ({ kind, values }) => {
    const shown = Object.entries(values).map(([key, value]) => [
      key,
      typeof value === "string" && isDay(value) ? formatDay(value, locale, { weekday: false }) : value,
    ]);
    return say(kind as never, Object.fromEntries(shown) as never);
  };
}
