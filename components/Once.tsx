"use client";

import { type HTMLAttributes, useState } from "react";

/** Where the server lays what it has made until the page is put together (components/laid.ts). */
type Laid = { bianfaLaid?: { get: (name: string) => string | undefined } };

type Props = HTMLAttributes<HTMLElement> & {
  tag?: "div" | "ul";
  name: string;
  /** Only where the page is not sent as HTML, but as data to one that is open. */
  html: string | null;
};

/**
 * HTML that goes to the browser once: in the page, and not a second time in the data from which the scripts take
 * it over. They find it where it stands.
 */
export function Once({ tag: Tag = "div", name, html, ...rest }: Props) {
  const [text] = useState(() => html ?? laidOrStanding(name));
  return (
    <Tag
      {...rest}
      data-once={name}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it and escaped every text in it (markup.ts)
      dangerouslySetInnerHTML={{ __html: text }}
    />
  );
}

function laidOrStanding(name: string): string {
  const found =
    typeof window === "undefined"
      ? (globalThis as Laid).bianfaLaid?.get(name)
      : document.querySelector(`[data-once="${name}"]`)?.innerHTML;
  if (found === undefined) throw new Error("what was made for this page is not there");
  return found;
}
