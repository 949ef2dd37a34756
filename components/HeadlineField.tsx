"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FieldError } from "./Field";
import { GrowingLine } from "./GrowingLine";

const most = 3;

/** A headline in one to three lines, as it will stand on the page, with the count of each. */
export function HeadlineField({
  lines,
  error,
  onChange,
}: {
  lines: string[];
  error?: string;
  onChange: (lines: string[]) => void;
}) {
  const say = useTranslations("editor");
  const inputs = useRef<(HTMLTextAreaElement | null)[]>([]);
  const shown = lines.length ? lines : [""];
  const set = (at: number, text: string) => onChange(shown.with(at, text));

  function split(at: number) {
    if (shown.length >= most) return;
    onChange(shown.toSpliced(at + 1, 0, ""));
    requestAnimationFrame(() => inputs.current[at + 1]?.focus());
  }

  function join(at: number) {
    onChange(shown.toSpliced(at, 1));
    requestAnimationFrame(() => inputs.current[at - 1]?.focus());
  }

  return (
    <div>
      {shown.map((line, at) => (
        <div
          key={at}
          className="flex items-center border-b border-line focus-within:border-b-2 focus-within:border-focus"
        >
          <GrowingLine
            ref={(box) => {
              inputs.current[at] = box;
            }}
            value={line}
            aria-label={say("headlineLine", { number: at + 1 })}
            aria-describedby={error ? "headline-error" : undefined}
            aria-invalid={Boolean(error)}
            placeholder={at ? "" : say("headlineHint")}
            onText={(text) => set(at, text)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Enter") split(at);
              if (event.key === "Backspace" && !line && at) {
                event.preventDefault();
                join(at);
              }
            }}
            className="min-w-0 grow bg-transparent py-1 font-serif text-title font-bold outline-none placeholder:font-normal placeholder:text-ink-3"
          />
          <span className="w-14 text-right whitespace-nowrap text-ink-3">
            {say("lineCount", { count: [...line].length })}
          </span>
        </div>
      ))}
      {shown.length < most && shown.at(-1) && (
        <button
          type="button"
          onClick={() => split(shown.length - 1)}
          className="inline-flex min-h-11 items-center gap-1 text-ink-3 hover:text-ink"
        >
          <Plus size={16} aria-hidden />
          {say("addLine")}
        </button>
      )}
      <FieldError name="headline" error={error} />
    </div>
  );
}
