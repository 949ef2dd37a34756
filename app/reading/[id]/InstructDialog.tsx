"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import type { Drawing } from "@/bulletin/post/strokes";
import type { Act, Hidden } from "@/components/ActForm";
import { Button, buttonClass } from "@/components/Button";
import { useShortcut } from "@/components/useShortcut";
import { InstructForm } from "./InstructForm";
import { type Story, useStories } from "./Stories";

type Props = {
  action: Act;
  hidden: Hidden;
  draftKey: string;
  verb: string;
  /** An instruction that is written anew; without one, a new one on the story that is being read. */
  rewriting?: { text: string; drawing: Drawing; quote: string; story: Story | null };
};

/** 批示: opens over the page on which it is written. */
export function InstructDialog({ action, hidden, draftKey, verb, rewriting }: Props) {
  const say = useTranslations("instruct");
  const common = useTranslations("dialog");
  const { stories, at, marked } = useStories();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [opened, setOpened] = useState<{ times: number; story: Story | null; quote: string }>({
    times: 0,
    story: null,
    quote: "",
  });
  const show = () => {
    const sentence = rewriting ? null : marked();
    const story = rewriting
      ? rewriting.story
      : (stories.find(({ id }) => id === sentence?.entryId) ?? stories[at] ?? null);
    setOpened({ times: opened.times + 1, story, quote: sentence?.text ?? "" });
    dialog.current?.showModal();
  };
  useShortcut(rewriting ? undefined : "p", show);
  const close = () => dialog.current?.close();
  return (
    <>
      {rewriting ? (
        <button type="button" onClick={show} className={buttonClass("text")}>
          {verb}
        </button>
      ) : (
        <Button
          onClick={show}
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
        className="m-auto max-h-[calc(100dvh-32px)] w-[min(760px,calc(100vw-32px))] overflow-y-auto border border-ink bg-sheet p-6 text-left font-sans text-lead text-ink backdrop:bg-veil max-sm:p-4"
      >
        <h2 id={heading} className="mb-2 text-title font-bold">
          {rewriting ? say("rewriteTitle") : say("title")}
        </h2>
        {opened.times > 0 && (
          <Form opened={opened}>
            {(story, quote) => (
              <InstructForm
                action={action}
                hidden={hidden}
                draftKey={draftKey}
                story={story}
                initial={rewriting ?? (quote ? { text: "", drawing: { height: 0, strokes: [] }, quote } : undefined)}
                choosing={!rewriting}
                submit={verb}
                onDone={close}
                cancel={<Button onClick={close}>{common("cancel")}</Button>}
              />
            )}
          </Form>
        )}
      </dialog>
    </>
  );
}

/** Begun anew each time that the dialog is opened. */
function Form({
  opened,
  children,
}: {
  opened: { times: number; story: Story | null; quote: string };
  children: (story: Story | null, quote: string) => ReactNode;
}) {
  return <div key={opened.times}>{children(opened.story, opened.quote)}</div>;
}
