"use client";

import { useTranslations } from "next-intl";

export type Given = { link: string; mailedTo?: string };

/** A one-time link, shown this once to whoever made it, to be handed over. */
export function LinkGiven({ link, mailedTo }: Given) {
  const say = useTranslations("links");
  return (
    <span role="status" className="inline-block max-w-[420px] py-2 text-left wrap-anywhere whitespace-normal">
      {mailedTo ? say("mailed", { email: mailedTo }) : say("handOver")}
      <b className="block font-mono select-all">{link}</b>
    </span>
  );
}
