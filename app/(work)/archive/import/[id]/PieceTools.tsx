"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { type Label, labels } from "@/bulletin/archive/recognise/labels";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import type { Correction } from "./PieceList";
import type { stepsOf } from "./stepsOf";

type Props = {
  /** The last of those chosen. */
  piece: Piece;
  chosen: string[];
  steps: ReturnType<typeof stepsOf>;
  disabled: boolean;
  onCorrect: (correction: Correction) => void;
};

/** What can be done with what is chosen: say what it is, join it to the text before, cut it where the cursor stands, move it. */
export function PieceTools({ piece, chosen, steps, disabled, onCorrect }: Props) {
  const say = useTranslations("imports");
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const isOne = chosen.length === 1;
  return (
    <div className="grid gap-3 px-8 pt-1 pb-4 max-sm:px-4 sm:pl-[84px]">
      {isOne && (
        <textarea
          ref={text}
          value={piece.text}
          // The text is as it was read: the cursor can be put into it, nothing can be typed.
          onChange={() => undefined}
          aria-label={say("cutHere")}
          rows={Math.min(8, Math.ceil(piece.text.length / 34))}
          className={boxClass(false, "py-1.5")}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-ink-2">
          {say(isOne ? "isA" : "areAll", { count: chosen.length })}
        </label>
        <select
          id={id}
          className={boxClass(false, "w-auto!")}
          value={piece.label}
          disabled={disabled}
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
            <Button
              disabled={disabled}
              onClick={() => {
                const at = text.current?.selectionStart ?? 0;
                if (at > 0 && at < piece.text.length) onCorrect({ act: "split", piece: piece.id, at });
                else text.current?.focus();
              }}
            >
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
