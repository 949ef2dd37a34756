"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActForm } from "@/components/ActForm";
import { TextArea } from "@/components/Field";
import { type Attached, FileList } from "@/components/FileList";
import { answerAction, detachFromAnswerAction } from "../actions";

type Props = { forwardId: string; newId: string; initial: Attached[]; again: boolean };

/** 反馈: text, and the files that go with it. */
export function AnswerForm({ forwardId, newId, initial, again }: Props) {
  const say = useTranslations("register");
  const act = useTranslations("acts.instruction");
  const [times, setTimes] = useState(0);
  const [text, setText] = useKept(`bianfa-answer-${forwardId}`);
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
        hidden={{ id: forwardId, newId }}
        submit={act("answer")}
        tone="primary"
        onDone={() => {
          setText("");
          setTimes(times + 1);
        }}
      >
        <TextArea
          name="text"
          label={say(again ? "answerMore" : "answer")}
          rows={5}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="h-3" />
      </ActForm>
    </div>
  );
}

/** What was typed and not sent lies in this browser until it is. */
function useKept(key: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => {
    try {
      setText(localStorage.getItem(key) ?? "");
    } catch {
      // The browser keeps nothing: the field begins empty.
    }
  }, [key]);
  const keep = (next: string) => {
    setText(next);
    try {
      if (next) localStorage.setItem(key, next);
      else localStorage.removeItem(key);
    } catch {
      // As above; what is typed stands in the field.
    }
  };
  return [text, keep];
}
