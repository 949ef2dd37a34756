"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { boxClass } from "@/components/box";

/** A box that says what is chosen and opens into links; Escape, or going elsewhere, closes it. Works before scripts load. */
export function Choice({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => box.current?.removeAttribute("open");
  return (
    <details
      ref={box}
      className="group sm:relative"
      onKeyDown={({ key }) => {
        if (key !== "Escape") return;
        close();
        box.current?.querySelector("summary")?.focus();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest("a")) close();
      }}
    >
      <summary
        aria-label={name}
        className={boxClass(false, "flex list-none items-center justify-between gap-3 whitespace-nowrap")}
      >
        {value}
        <ChevronDown size={20} aria-hidden className="group-open:rotate-180" />
      </summary>
      <div
        tabIndex={-1}
        className="absolute left-0 z-10 max-h-[70vh] min-w-full max-sm:right-0 overflow-y-auto border border-ink bg-sheet p-2 outline-none"
      >
        {children}
      </div>
    </details>
  );
}
