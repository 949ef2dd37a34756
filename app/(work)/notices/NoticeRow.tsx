"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import { ActForm } from "@/components/ActForm";
import { useNoticeSentence } from "@/components/useNoticeSentence";
import type { Values } from "@/lib/refusal";
import { confirmNoticeAction, readNoticesAction } from "./actions";

type Row = {
  id: string;
  kind: NoticeKind;
  values: Values;
  href: string;
  readAt: boolean;
  asksConfirmation: boolean;
  confirmed: boolean;
};

/** One notice: new ones are bold and say so; following it makes it read. */
export function NoticeRow({ notice, at, confirmedAt }: { notice: Row; at: string; confirmedAt: string | null }) {
  const say = useTranslations("notices");
  const sentence = useNoticeSentence();
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
      <Link
        prefetch={false}
        href={notice.href}
        onClick={() => {
          if (!notice.readAt) void readNoticesAction({ id: notice.id });
        }}
        className={`inside inline-flex min-h-11 grow basis-80 items-center gap-3 hover:underline ${notice.readAt ? "text-ink-2" : "font-bold"}`}
      >
        {!notice.readAt && (
          <>
            <span aria-hidden className="size-2.5 shrink-0 bg-indigo" />
            <span className="sr-only">{say("isNew")}</span>
          </>
        )}
        {sentence(notice)}
      </Link>
      <span className="text-ink-3">{at}</span>
      {notice.asksConfirmation &&
        (notice.confirmed ? (
          <span className="text-green">{say("confirmed", { at: confirmedAt ?? "" })}</span>
        ) : (
          <ActForm action={confirmNoticeAction as never} hidden={{ id: notice.id }} submit={say("confirm")} />
        ))}
    </li>
  );
}
