import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { InstructForm } from "@/app/reading/[id]/InstructForm";
import { type Kept, keep, kept } from "@/app/reading/[id]/keptInstruction";
import { type Drawing, nothingDrawn } from "@/bulletin/post/strokes";
import type { Hidden } from "@/components/ActForm";
import { Button } from "@/components/Button";
import { act } from "./acts";
import { newUuid } from "./newUuid";
import { marked, present, type Story, stories } from "./place";

export type About = {
  act: "instruct" | "rewrite";
  hidden: Hidden;
  /** Under which name unfinished writing is kept; and where some may lie from an earlier edition. */
  draftKey: string;
  earlierKey?: string;
  verb: string;
  /** An instruction that is written anew; without one, a new one on the story that is being read. */
  rewriting?: { text: string; drawing: Drawing; quote: string; story: Story | null };
};

type Begun = { story: Story | null; initial: Kept; wasKept: boolean };

/** 批示: opens over the lower part of the page on which it is written; above it the text stays in sight. */
export function InstructDialog({ act: name, hidden, draftKey, earlierKey, verb, rewriting }: About) {
  const say = useTranslations("instruct");
  const common = useTranslations("dialog");
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [{ story, initial, wasKept }] = useState(() => begin({ draftKey, earlierKey, rewriting }));
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const [about] = useState(() => (rewriting ? hidden : { ...hidden, newId: idFor(draftKey) }));
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className="mx-auto mt-auto mb-4 max-h-[calc(100dvh-32px)] w-[min(760px,calc(100vw-32px))] overflow-y-auto border border-ink bg-sheet px-6 pt-6 pb-3 text-left font-sans text-lead text-ink max-sm:px-4 max-sm:pt-4 max-sm:pb-1"
    >
      <h2 id={heading} className="mb-2 text-title font-bold">
        {rewriting ? say("rewriteTitle") : say("title")}
      </h2>
      <InstructForm
        action={act(name)}
        hidden={about}
        draftKey={draftKey}
        story={story}
        initial={initial}
        wasKept={wasKept}
        choosing={!rewriting}
        submit={verb}
        onDone={(value) => {
          ids.delete(draftKey);
          if (earlierKey) keep(earlierKey, null);
          close();
          if (typeof value === "string") bringIntoSight(`instruction-${value}`);
        }}
        cancel={<Button onClick={close}>{common("cancel")}</Button>}
      />
    </dialog>
  );
}

/** Under which id a new instruction is kept (bulletin/again.ts): the same until it has been sent, however often that is tried. */
const ids = new Map<string, string>();

function idFor(draftKey: string): string {
  const id = ids.get(draftKey) ?? newUuid();
  ids.set(draftKey, id);
  return id;
}

/** What was left unfinished, what is written anew, or nothing yet on the sentence or the story before the reader. */
function begin({ draftKey, earlierKey, rewriting }: Pick<About, "draftKey" | "earlierKey" | "rewriting">): Begun {
  const before = kept(draftKey, ...(earlierKey ? [earlierKey] : []));
  const sentence = rewriting || before ? null : marked();
  const wanted = before?.storyId ?? sentence?.entryId;
  const story = rewriting ? rewriting.story : (stories().find(({ id }) => id === wanted) ?? present());
  const fresh = { text: "", drawing: nothingDrawn, storyId: story?.id ?? null, quote: sentence?.text ?? "" };
  const initial = before ?? (rewriting ? { ...rewriting, storyId: story?.id ?? null } : fresh);
  return { story, initial, wasKept: before !== null };
}

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
