"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { isDrawn } from "@/bulletin/post/strokes";
import { type Act, ActForm, type Hidden } from "@/components/ActForm";
import { Radio, SelectField, TextArea } from "@/components/Field";
import { PenPad } from "@/components/PenPad";
import { type Kept, keep } from "./keptInstruction";
import { sentencesOf } from "./sentences";

type Props = {
  action: Act;
  hidden: Hidden;
  /** Under which name unfinished writing is kept in this browser. */
  draftKey: string;
  /** The story that it can be about; null where it is about the whole issue. */
  story: { id: string; title: string } | null;
  initial: Kept;
  /** Whether it is what was left unfinished before. */
  wasKept: boolean;
  /** Whether what it is about can still be chosen. */
  choosing: boolean;
  submit: string;
  cancel: ReactNode;
  onDone: (value: unknown) => void;
};

const phrases = ["read", "handle", "office", "study", "follow"] as const;
type About = "story" | "issue" | "sentence";

/** What a leader writes: phrases by one touch, the keyboard, or the pen. Nothing is lost when the session has ended. */
export function InstructForm(props: Props) {
  const { action, hidden, draftKey, story, initial, wasKept, choosing, submit, cancel, onDone } = props;
  const say = useTranslations("instruct");
  const [written, setWritten] = useState<Kept>(initial);
  const [about, setAbout] = useState<About>(initial.quote ? "sentence" : initial.storyId && story ? "story" : "issue");
  const { quote } = written;
  const around = useRef<HTMLDivElement>(null);
  const sentences = story ? sentencesOf(story.id) : [];

  function write(change: Partial<Kept>) {
    const next = { ...written, ...change };
    setWritten(next);
    keep(draftKey, next.text || isDrawn(next.drawing) ? next : null);
  }

  /** A phrase joins what is there; the name that it leaves open is marked, to be typed over. */
  function take(phrase: string) {
    const text = written.text + phrase;
    write({ text });
    const at = text.lastIndexOf("××");
    if (at < written.text.length) return;
    requestAnimationFrame(() => {
      const field = around.current?.querySelector("textarea");
      field?.focus();
      field?.setSelectionRange(at, at + 2);
    });
  }

  function choose(next: About) {
    setAbout(next);
    write({ storyId: next === "issue" ? null : (story?.id ?? null), ...(next !== "sentence" && { quote: "" }) });
  }

  return (
    <ActForm
      action={action}
      hidden={{
        ...hidden,
        ...(choosing && { entryId: about === "issue" ? "" : story?.id }),
        quote: about === "sentence" ? quote : "",
      }}
      submit={submit}
      tone="primary"
      cancel={cancel}
      onDone={(value) => {
        keep(draftKey, null);
        onDone(value);
      }}
    >
      {wasKept && <p className="mb-3 text-green">{say("kept")}</p>}
      <div className="mb-3 grid items-center gap-x-6 sm:flex">
        {choosing && story && (
          <fieldset className="flex flex-none flex-wrap items-center gap-x-6">
            <legend className="sr-only">{say("about")}</legend>
            {(["story", "issue", "sentence"] as const).map((each) => (
              <Radio
                key={each}
                name="about"
                value={each}
                label={say(`abouts.${each}`)}
                checked={about === each}
                onChange={() => choose(each)}
              />
            ))}
          </fieldset>
        )}
        {about === "story" && story && <p className="min-w-0 truncate text-ink-2">{story.title}</p>}
      </div>
      {about === "sentence" && (
        <div className="mb-3">
          <SelectField
            name="sentence"
            label={say("sentence")}
            options={[...new Set([quote, ...sentences])].filter(Boolean).map((value) => ({ value, label: value }))}
            empty={quote ? undefined : say("choose")}
            value={quote}
            onChange={({ target }) => write({ quote: target.value })}
          />
        </div>
      )}
      <fieldset className="mb-3 flex flex-wrap gap-2">
        <legend className="sr-only">{say("phrases")}</legend>
        {phrases.map((each) => (
          <button
            key={each}
            type="button"
            onClick={() => take(say(`phrase.${each}`))}
            className="min-h-12 rounded-sm border border-field bg-sheet px-4 hover:bg-sunk"
          >
            {say(`phrase.${each}`)}
          </button>
        ))}
      </fieldset>
      <div ref={around}>
        <TextArea
          name="text"
          label={say("text")}
          rows={2}
          value={written.text}
          onChange={({ target }) => write({ text: target.value })}
          className="text-lead"
        />
      </div>
      <div className="mt-3">
        <PenPad name="drawing" value={written.drawing} onChange={(drawing) => write({ drawing })} label={say("pen")} />
      </div>
    </ActForm>
  );
}
