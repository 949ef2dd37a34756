"use client";

import { useLocale, useTranslations } from "next-intl";
import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import type { Values } from "@/lib/refusal";
import { noticeSentence } from "./noticeSentence";

/** noticeSentence, in the language of the page. */
export function useNoticeSentence(): (notice: { kind: NoticeKind; values: Values }) => string {
  const say = useTranslations("notices.kinds");
  const locale = useLocale();
  return (notice) => noticeSentence(say as never, locale, notice);
}
