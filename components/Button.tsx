import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type Tone = "primary" | "plain" | "text";

const shape =
  "inline-flex items-center justify-center gap-2 rounded-sm whitespace-nowrap min-h-11 disabled:cursor-not-allowed";

const tones: Record<Tone, string> = {
  primary:
    "px-6 bg-vermilion text-sheet font-medium hover:bg-vermilion-deep disabled:bg-sunk disabled:text-ink-3 disabled:border disabled:border-line-2",
  plain: "px-5 border border-field bg-sheet hover:bg-sunk disabled:bg-sunk disabled:text-ink-3 disabled:border-line-2",
  text: "px-1 texttool",
};

/** One vermilion button in sight: the primary act of the page. */
export function buttonClass(tone: Tone, extra = ""): string {
  return `${shape} ${tones[tone]} ${extra}`;
}

type Props = { tone?: Tone; shortcut?: string; children: ReactNode };

export function Button({ tone = "plain", shortcut, children, className, ...rest }: Props & ComponentProps<"button">) {
  return (
    <button type="button" className={buttonClass(tone, className)} {...rest}>
      {children}
      {shortcut && <Key>{shortcut}</Key>}
    </button>
  );
}

export function LinkButton({ tone = "plain", children, className, ...rest }: Props & ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} className={buttonClass(tone, className)} {...rest}>
      {children}
    </Link>
  );
}

/** A key of the keyboard, told beside what it does. Not part of a button's name. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="rounded-sm border border-current/40 px-1.5 font-sans text-key leading-5 opacity-80 max-sm:hidden"
    >
      {children}
    </kbd>
  );
}
