"use client";

import { type ReactNode, useRef } from "react";

type Props = { sentence: ReactNode; warning?: boolean; children: ReactNode };

/** A sentence that opens into what it says, over the page beneath; Escape, or going elsewhere, closes it. */
export function Fold({ sentence, warning = false, children }: Props) {
  const fold = useRef<HTMLDetailsElement>(null);
  const close = () => fold.current?.removeAttribute("open");
  return (
    <details
      ref={fold}
      className="relative"
      onKeyDown={({ key }) => {
        if (key !== "Escape") return;
        close();
        fold.current?.querySelector("summary")?.focus();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary className={`texttool inline-flex min-h-11 cursor-pointer items-center ${warning ? "text-ochre" : ""}`}>
        {sentence}
      </summary>
      <div
        tabIndex={-1}
        className="absolute left-0 z-10 w-[460px] max-w-[92vw] border border-ink bg-sheet p-4 outline-none max-sm:static max-sm:w-[calc(100vw-2rem)] max-sm:max-w-none"
      >
        {children}
      </div>
    </details>
  );
}
