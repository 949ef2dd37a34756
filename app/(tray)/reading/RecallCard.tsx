"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import { useNoticeSentence } from "@/components/useNoticeSentence";
import type { Values } from "@/lib/refusal";

/** An issue that was before the person and is not any more; to be confirmed where it was. */
export function RecallCard({ notice }: { notice: { kind: NoticeKind; values: Values; href: string } }) {
  const say = useTranslations("reading");
  const sentence = useNoticeSentence();
  return (
    <Link
      prefetch={false}
      href={notice.href}
      className="inside flex items-start gap-3 px-4 py-5 text-lead hover:bg-sunk"
    >
      <TriangleAlert size={24} className="mt-1 text-ochre" aria-hidden />
      <span className="grow">
        <b>{sentence(notice)}</b>
        <span className="block text-ink-3">{say("confirmHere")}</span>
      </span>
    </Link>
  );
}
