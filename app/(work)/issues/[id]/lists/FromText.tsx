"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Known, listsIn } from "@/bulletin/post/listText";
import { isPaper } from "@/bulletin/post/paperLabel";
import type { Lists } from "@/bulletin/post/printedLine";
import { Button } from "@/components/Button";
import { TextArea } from "@/components/Field";

/** Fills the lists from what stands on paper; nothing is saved by that. */
export function FromText({ known, onFilled }: { known: Known; onFilled: (lists: Lists) => void }) {
  const say = useTranslations("lists");
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  function fill() {
    const lists = listsIn(text, known);
    const all = lists.flatMap(({ addressees }) => addressees);
    const paper = all.filter(isPaper).length;
    if (all.length) onFilled(lists);
    setSaid(all.length ? say("filled", { matched: all.length - paper, paper }) : say("nothingInText"));
  }
  return (
    <details className="mb-5">
      <summary className="texttool inline-flex min-h-11 cursor-pointer items-center">{say("fromText")}</summary>
      <div className="grid gap-3 py-2">
        <TextArea
          name="text"
          label={say("fromTextLabel")}
          hint={say("fromTextHint")}
          rows={4}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="flex flex-wrap items-center gap-4">
          <Button onClick={fill}>{say("fill")}</Button>
          <span role="status" className="text-ink-2">
            {said}
          </span>
        </p>
      </div>
    </details>
  );
}
