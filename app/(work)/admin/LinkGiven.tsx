"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/Button";

/** Until when it opens comes as words: what a script makes of a moment is in the machine's zone, not the office's. */
export type Given = { link: string; mailedTo?: string; name: string; account: string; office: string; until: string };

/** A one-time link, shown this once to whoever made it: for whom, until when, and ready to be handed over. */
export function LinkGiven({ link, mailedTo, ...about }: Given) {
  const say = useTranslations("links");
  const text = useRef<HTMLElement>(null);
  const [told, setTold] = useState<"copied" | "selected" | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setTold("copied");
    } catch {
      // Over plain http there is no clipboard, elsewhere it can be refused: the person's own keys are not.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setTold("selected");
    }
  }
  return (
    <div className="inline-block max-w-[560px] border border-line-2 bg-sheet px-4 py-3 text-left wrap-anywhere whitespace-normal">
      <div role="status">
        {say("forWhom", about)}
        {mailedTo ? say("mailed", { email: mailedTo }) : say("handOver")}
        <b ref={text} className="block font-mono select-all">
          {link}
        </b>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 pt-2">
        <Button onClick={copy}>{say("copy")}</Button>
        <span role="status">{told && say(told)}</span>
      </div>
    </div>
  );
}
