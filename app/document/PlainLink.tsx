import type { ComponentProps } from "react";
import { buttonClass, type Tone } from "@/components/Button";

/** A link in a document: the browser opens what it names. Takes the place of the link of Next in what both have. */
export function PlainLink({ prefetch: _, ...rest }: ComponentProps<"a"> & { prefetch?: boolean }) {
  return <a {...rest} />;
}

export function PlainButton({ tone = "plain", className, ...rest }: ComponentProps<"a"> & { tone?: Tone }) {
  return <a className={buttonClass(tone, className)} {...rest} />;
}
