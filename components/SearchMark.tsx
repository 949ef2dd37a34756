import type { ReactNode } from "react";
import { Key } from "./Button";

type Props = { icon: ReactNode; words: string; large?: boolean };

/** What stands in the bar where one searches: on a telephone the icon alone. */
export function SearchMark({ icon, words, large = false }: Props) {
  return (
    <span
      className={`inline-flex items-center gap-2.5 rounded-sm text-ink-3 sm:border sm:border-field sm:bg-sheet sm:px-3 group-hover:sm:bg-sunk ${large ? "sm:h-11" : "sm:h-9"}`}
    >
      {icon}
      <span aria-hidden className="whitespace-nowrap max-lg:hidden">
        {words}
      </span>
      {/* A leader's page shows nothing so small, and no key to learn. */}
      {!large && (
        <span className="max-lg:hidden">
          <Key>/</Key>
        </span>
      )}
    </span>
  );
}
