"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { Drawing } from "@/bulletin/post/strokes";
import type { Act, Hidden } from "@/components/ActForm";
import { Button, buttonClass } from "@/components/Button";
import { useShortcut } from "@/components/useShortcut";
import type { Kept } from "./keptInstruction";
import { type Story, useStories } from "./Stories";
import type { InstructForm, keep } from "./writing";

type Props = {
  action: Act;
  hidden: Hidden;
  /** Under which name unfinished writing is kept; and where some may lie from an earlier edition. */
  draftKey: string;
  earlierKey?: string;
  verb: string;
  /** An instruction that is written anew; without one, a new one on the story that is being read. */
  rewriting?: { text: string; drawing: Drawing; quote: string; story: Story | null };
};

/** 批示: opens over the page on which it is written. */
export function InstructDialog({ action, hidden, draftKey, earlierKey, verb, rewriting }: Props) {
  const say = useTranslations("instruct");
  const common = useTranslations("dialog");
  const { stories, at, marked } = useStories();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const show = async () => {
    const { keep, kept, InstructForm, nothingDrawn } = await import("./writing");
    const before = kept(draftKey, ...(earlierKey ? [earlierKey] : []));
    const sentence = rewriting || before ? null : marked();
    const wanted = before?.storyId ?? sentence?.entryId;
    const story = rewriting ? rewriting.story : (stories.find(({ id }) => id === wanted) ?? stories[at] ?? null);
    const fresh = { text: "", drawing: nothingDrawn, storyId: story?.id ?? null, quote: sentence?.text ?? "" };
    const initial = before ?? (rewriting ? { ...rewriting, storyId: story?.id ?? null } : fresh);
    const wasKept = before !== null;
    setOpened({ times: (opened?.times ?? 0) + 1, story, initial, wasKept, Form: InstructForm, keep });
    dialog.current?.showModal();
  };
  useShortcut(rewriting ? undefined : "p", () => void show());
  const close = () => dialog.current?.close();
  return (
    <>
      {rewriting ? (
        <button type="button" onClick={() => void show()} className={buttonClass("text")}>
          {verb}
        </button>
      ) : (
        <Button
          onClick={() => void show()}
          aria-haspopup="dialog"
          className="min-h-[60px] text-lead max-sm:min-h-[52px] max-sm:px-4"
        >
          <Pencil size={24} aria-hidden />
          {verb}
        </Button>
      )}
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        className="m-auto max-h-[calc(100dvh-32px)] w-[min(760px,calc(100vw-32px))] overflow-y-auto border border-ink bg-sheet px-6 pt-6 pb-2 text-left font-sans text-lead text-ink backdrop:bg-veil max-sm:px-4 max-sm:pt-4"
      >
        <h2 id={heading} className="mb-2 text-title font-bold">
          {rewriting ? say("rewriteTitle") : say("title")}
        </h2>
        {opened && (
          <opened.Form
            key={opened.times}
            action={action}
            hidden={hidden}
            draftKey={draftKey}
            story={opened.story}
            initial={opened.initial}
            wasKept={opened.wasKept}
            choosing={!rewriting}
            submit={verb}
            onDone={(value) => {
              if (earlierKey) opened.keep(earlierKey, null);
              close();
              if (typeof value === "string") bringIntoSight(`instruction-${value}`);
            }}
            cancel={<Button onClick={close}>{common("cancel")}</Button>}
          />
        )}
      </dialog>
    </>
  );
}

/** Begun anew each time that the dialog is opened. */
type Opened = {
  times: number;
  story: Story | null;
  initial: Kept;
  wasKept: boolean;
  Form: typeof InstructForm;
  keep: typeof keep;
};

/** Once the page has it: whoever wrote sees it stand, and that it has been sent. */
function bringIntoSight(id: string): void {
  const until = Date.now() + 10_000;
  const look = () => {
    const found = document.getElementById(id);
    if (found) found.scrollIntoView({ block: "center" });
    else if (Date.now() < until) requestAnimationFrame(look);
  };
  look();
}
