"use client";

import { useTranslations } from "next-intl";
import type { Shown } from "./store";

/** All pages, small: where text and pictures stand, drawn from their places. A touch goes there. */
export function PageStrip({ shown, onGo }: { shown: Shown; onGo: (page: number) => void }) {
  const say = useTranslations("pages");
  return (
    <nav
      className="flex shrink-0 gap-2 overflow-x-auto border-t border-line-2 bg-paper px-6 py-2 max-sm:px-4"
      aria-label={say("strip")}
    >
      {shown.pages.map((page, at) => (
        <button
          key={at}
          type="button"
          onClick={() => onGo(at + 1)}
          className="shrink-0 text-center leading-6"
          aria-label={say("goTo", { number: at + 1 })}
        >
          <svg
            viewBox={`0 0 ${page.width} ${page.height}`}
            className="h-12 border border-[#CFC5B2] bg-white"
            aria-hidden="true"
          >
            {shown.areas
              .filter((area) => area.page === at + 1)
              .map(({ x, y, width, height }, of) => (
                <rect key={of} x={x} y={y + 4} width={width} height={Math.max(6, height - 8)} className="fill-line" />
              ))}
          </svg>
          {at + 1}
        </button>
      ))}
    </nav>
  );
}
