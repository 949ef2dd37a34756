"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActForm } from "@/components/ActForm";
import { TextArea } from "@/components/Field";
import { type Attached, FileList } from "@/components/FileList";
import { answerAction, detachFromAnswerAction } from "../actions";

type Props = { forwardId: string; initial: Attached[]; again: boolean };

/** 反馈: text, and the files that go with it. */
export function AnswerForm({ forwardId, initial, again }: Props) {
  const say = useTranslations("register");
  const act = useTranslations("acts.instruction");
  const [times, setTimes] = useState(0);
  return (
    <div className="mt-4 grid gap-3">
      <FileList
        key={`files-${times}`}
        to="/instructions/files"
        under={{ forwardId }}
        at="/instructions/files"
        initial={times ? [] : initial}
        detach={detachFromAnswerAction as never}
      />
      <ActForm
        key={times}
        action={answerAction as never}
        hidden={{ id: forwardId }}
        submit={act("answer")}
        tone="primary"
        onDone={() => setTimes(times + 1)}
      >
        <TextArea name="text" label={say(again ? "answerMore" : "answer")} rows={5} required />
        <div className="h-3" />
      </ActForm>
    </div>
  );
}
