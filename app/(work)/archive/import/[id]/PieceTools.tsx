"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { type Label, labels } from "@/bulletin/archive/recognise/labels";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { typedOf } from "@/bulletin/archive/recognise/shown";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import type { Correction } from "./PieceList";
import { setOpen } from "./standing";
import type { stepsOf } from "./stepsOf";

type Props = {
  file: string;
  /** The last of those chosen. */
  piece: Piece;
  chosen: string[];
  steps: ReturnType<typeof stepsOf>;
  onCorrect: (correction: Correction) => void;
};

/** What can be done with what is chosen: put a misread character right, say what it is, join it to the text before, cut it where the cursor stands, move it. */
export function PieceTools({ file, piece, chosen, steps, onCorrect }: Props) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const isOne = chosen.length === 1;
  const [{ of, typed }, setTyped] = useState({ of: piece.text, typed: typedOf(piece) });
  if (of !== piece.text) setTyped({ of: piece.text, typed: typedOf(piece) });

  function type(now: string) {
    setTyped({ of, typed: now });
    setOpen(file, `piece ${piece.id}`, now !== typedOf(piece));
  }

  function keep() {
    if (typed.trim() && typed !== typedOf(piece)) onCorrect({ act: "reword", piece: piece.id, text: typed });
    else type(typedOf(piece));
  }

  function splitHere() {
    const at = text.current?.selectionStart ?? 0;
    if (at <= 0 || at >= typed.length) return text.current?.focus();
    if (document.activeElement === text.current) keep();
    onCorrect({ act: "split", piece: piece.id, at });
  }

  return (
    <div className="grid gap-3 px-8 pt-1 pb-4 max-sm:px-4 sm:pl-[84px]">
      {isOne && (
        <div>
          <textarea
            ref={text}
            value={typed}
            onChange={({ target }) => type(target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Escape") type(typedOf(piece));
              if (event.key !== "Enter") return;
              event.preventDefault();
              splitHere();
            }}
            aria-label={more("text")}
            aria-describedby={`${id}-hint`}
            rows={Math.min(8, Math.ceil(typed.length / 34))}
            className={boxClass(false, "py-1.5")}
          />
          <p id={`${id}-hint`} className="text-ink-3">
            {more("textHint")}
          </p>
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
            <Button onClick={() => onCorrect({ act: "join", piece: piece.id })}>{say("join")}</Button>
            <Button onClick={splitHere}>{say("split")}</Button>
          </>
        )}
        <Button
          aria-label={say("moveUp")}
          disabled={steps.up === null}
          onClick={() => onCorrect({ act: "move", pieces: chosen, before: steps.up })}
        >
          <ArrowUp size={20} aria-hidden />
        </Button>
        <Button
          aria-label={say("moveDown")}
          disabled={steps.isLast}
          onClick={() => onCorrect({ act: "move", pieces: chosen, before: steps.down })}
        >
          <ArrowDown size={20} aria-hidden />
        </Button>
      </div>
    </div>
  );
}
