"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { type Label, labels } from "@/bulletin/archive/recognise/labels";
import { plain } from "@/bulletin/archive/recognise/marks";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { typedOf } from "@/bulletin/archive/recognise/shown";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import type { stepsOf } from "./stepsOf";
import type { Correction } from "./useCorrecting";

type Props = {
  /** The last of those chosen. */
  piece: Piece;
  /** As it is typed, or as it was read. */
  text: string;
  isKept: boolean;
  chosen: string[];
  steps: ReturnType<typeof stepsOf>;
  disabled: boolean;
  onType: (text: string) => void;
  onKeep: () => Promise<boolean>;
  onCorrect: (correction: Correction) => void;
};

/** What can be done with what is chosen: put a misread character right, say what it is, join it to the text before, cut it where the cursor stands, move it. */
export function PieceTools({ piece, text, isKept, chosen, steps, disabled, onType, onKeep, onCorrect }: Props) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOne = chosen.length === 1;

  async function splitHere() {
    const at = field.current?.selectionStart ?? 0;
    if (!text.slice(0, at).trim() || !text.slice(at).trim()) return field.current?.focus();
    // The cut is of what is kept: without the blanks before it.
    const before = text.length - text.trimStart().length;
    if (await onKeep()) onCorrect({ act: "split", piece: piece.id, at: at - before });
  }

  return (
    <div className="grid gap-3 px-8 pt-1 pb-4 max-sm:px-4 sm:pl-[84px]">
      {isOne && (
        <div>
          <textarea
            ref={field}
            value={text}
            // One line of the file, however it was pasted.
            onChange={({ target }) => onType(oneLine(target.value))}
            onBlur={() => void onKeep()}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Escape") onType(typedOf(piece));
              if (event.key !== "Enter") return;
              event.preventDefault();
              void splitHere();
            }}
            aria-label={more("text")}
            aria-describedby={`${id}-hint`}
            rows={1}
            // As many lines as it has at this width; a browser that cannot say scrolls.
            className={boxClass(false, "field-sizing-content max-h-56 py-1.5")}
          />
          {piece.read !== undefined && <p className="text-ink-2">{more("read", { text: plain(piece.read) })}</p>}
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <p id={`${id}-hint`} className="text-ink-3">
              {more("textHint")}
            </p>
            {!isKept && <Button onClick={() => void onKeep()}>{say("keepFields")}</Button>}
          </div>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-ink-2">
          {say(isOne ? "isA" : "areAll", { count: chosen.length })}
        </label>
        <select
          id={id}
          className={boxClass(false, "w-auto!")}
          value={piece.label}
          onChange={({ target }) => onCorrect({ act: "relabel", pieces: chosen, label: target.value as Label })}
        >
          {labels.map((label) => (
            <option key={label} value={label}>
              {say(`labels.${label}`)}
            </option>
          ))}
        </select>
        {isOne && (
          <>
            <Button disabled={disabled} onClick={() => onCorrect({ act: "join", piece: piece.id })}>
              {say("join")}
            </Button>
            <Button disabled={disabled} onClick={() => void splitHere()}>
              {say("split")}
            </Button>
          </>
        )}
        <Button
          aria-label={say("moveUp")}
          disabled={disabled || steps.up === null}
          onClick={() => onCorrect({ act: "move", pieces: chosen, before: steps.up })}
        >
          <ArrowUp size={20} aria-hidden />
        </Button>
        <Button
          aria-label={say("moveDown")}
          disabled={disabled || steps.isLast}
          onClick={() => onCorrect({ act: "move", pieces: chosen, before: steps.down })}
        >
          <ArrowDown size={20} aria-hidden />
        </Button>
      </div>
    </div>
  );
}

function oneLine(typed: string): string {
  const [first = "", ...more] = typed.split("\n");
  return more.length ? [first.trimEnd(), ...more.map((line) => line.trim())].join("") : first;
}
