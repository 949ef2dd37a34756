"use client";

import { ChevronDown, ChevronLeft, ChevronUp, CircleHelp, Flag } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState, useTransition } from "react";
import { Notice } from "@/components/Notice";
import { useShortcut } from "@/components/useShortcut";
import { useTriedAndRead } from "@/components/useTried";
import { flagAction, markReadAction } from "./actions";
import type { Place } from "./Pane";

type Props = {
  id: string;
  place: Place;
  listHref: string;
  flags: { priority: boolean; needsCheck: boolean };
  unread: boolean;
  children: ReactNode;
};

/** State, place in the queue, flags, previous and next. Reading is posted, never recorded by opening the address. */
export function PaneHead({ id, place, listHref, flags, unread, children }: Props) {
  const say = useTranslations("desk.pane");
  const router = useRouter();
  const [refused, setRefused] = useState<{ id: string; sentence: string } | null>(null);
  const [, startTransition] = useTransition();
  const tried = useTriedAndRead();
  const go = (href: string | null) => href && router.push(href, { scroll: false });
  useShortcut("j", () => go(place.next));
  useShortcut("k", () => go(place.previous));
  useShortcut("f", () => toggle("priority"));

  function toggle(flag: "priority" | "needsCheck") {
    startTransition(async () => {
      const outcome = await tried(() => flagAction({ id, flag, on: !flags[flag] }));
      setRefused(outcome.ok ? null : { id, sentence: outcome.sentence });
    });
  }

  useEffect(() => {
    if (unread) void markReadAction({ id });
  }, [id, unread]);

  const icon = "inline-flex size-11 items-center justify-center hover:bg-sunk aria-pressed:text-ochre";
  return (
    <div className="flex flex-wrap items-center gap-x-4 border-b border-line px-8 py-1 max-sm:px-2">
      <Link prefetch={false} href={listHref} className="inline-flex min-h-11 items-center text-ink-2 lg:hidden">
        <ChevronLeft size={20} aria-hidden />
        {say("list")}
      </Link>
      {children}
      <div className="ml-auto flex items-center">
        {place.at > 0 && <span className="px-3 text-ink-2">{`${place.at} / ${place.of}`}</span>}
        <button
          type="button"
          aria-pressed={flags.priority}
          aria-label={say("flagPriority")}
          className={icon}
          onClick={() => toggle("priority")}
        >
          <Flag size={20} aria-hidden />
        </button>
        <button
          type="button"
          aria-pressed={flags.needsCheck}
          aria-label={say("flagCheck")}
          className={icon}
          onClick={() => toggle("needsCheck")}
        >
          <CircleHelp size={20} aria-hidden />
        </button>
        <button
          type="button"
          aria-label={say("previous")}
          disabled={!place.previous}
          className={`${icon} disabled:text-line-2`}
          onClick={() => go(place.previous)}
        >
          <ChevronUp size={20} aria-hidden />
        </button>
        <button
          type="button"
          aria-label={say("next")}
          disabled={!place.next}
          className={`${icon} disabled:text-line-2`}
          onClick={() => go(place.next)}
        >
          <ChevronDown size={20} aria-hidden />
        </button>
      </div>
      {refused?.id === id && (
        <div className="mb-1 w-full">
          <Notice kind="warning">{refused.sentence}</Notice>
        </div>
      )}
    </div>
  );
}
