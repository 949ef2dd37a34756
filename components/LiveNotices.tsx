"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import type { Values } from "@/lib/refusal";
import { useLive } from "./useLive";
import { useNoticeSentence } from "./useNoticeSentence";
import { useReadAgain } from "./useReadAgain";

type Told = { id: string; kind: NoticeKind; values: Values; href: string; issueId: string | null; quiet: boolean };

/** Pages that list what may have come, and are read again when it does. */
const listing = ["/reading", "/notices", "/instructions"];

/**
 * Tells what comes while a page is open, without reloading. The page of an issue that was recalled or
 * corrected is read again at once; lists a little later, not all browsers in the same moment.
 */
export function LiveNotices() {
  const [told, setTold] = useState<Told[]>([]);
  const say = useTranslations("notices");
  const sentence = useNoticeSentence();
  const refresh = useReadAgain();
  const path = usePathname();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readAgain = (within: number) => {
    clearTimeout(waiting.current);
    // What somebody is writing stays before them until they close it.
    const dialog = document.querySelector("dialog[open]");
    if (dialog) dialog.addEventListener("close", () => readAgain(1), { once: true });
    else waiting.current = setTimeout(refresh, Math.random() * within);
  };
  const tell = (data: string) => {
    const notice = JSON.parse(data) as Told | null;
    const isOf = (issueId: unknown) => Boolean(issueId) && path === `/reading/${issueId}`;
    // Where it leads is what it is about: an instruction's own page, and the page on which it was written.
    const about =
      notice !== null && (leadsTo(notice.href) === path || isOf(notice.issueId) || isOf(notice.values.earlier));
    if (!notice || about || listing.includes(path)) readAgain(about ? 1 : 2_000);
    if (notice && !notice.quiet)
      setTold((before) => [...before.filter(({ id }) => id !== notice.id), notice].slice(-3));
  };
  useLive("/notices/live", tell, () => readAgain(2_000));
  return (
    <ul
      aria-live="polite"
      className="noprint fixed right-4 bottom-24 z-40 grid w-[420px] max-w-[calc(100vw-32px)] gap-2"
    >
      {told.map((notice) => (
        <li
          key={notice.id}
          className="flex items-start gap-2 border border-ink border-l-4 border-l-indigo bg-sheet py-1 pl-4"
        >
          <Link
            prefetch={false}
            href={notice.href}
            onClick={() => setTold((before) => before.filter(({ id }) => id !== notice.id))}
            className="min-h-11 grow py-2 hover:underline"
          >
            {sentence(notice)}
          </Link>
          <button
            type="button"
            aria-label={say("close")}
            onClick={() => setTold((before) => before.filter(({ id }) => id !== notice.id))}
            className="inline-flex size-11 shrink-0 items-center justify-center"
          >
            <X size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

function leadsTo(href: string): string {
  return href.replace(/[?#].*/, "");
}
