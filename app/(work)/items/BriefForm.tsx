"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { briefSentence } from "@/bulletin/intake/briefSentence";
import type { Draft } from "@/bulletin/intake/draft";
import { type Official, titleHeld } from "@/bulletin/people/tenure";
import type { Block } from "@/bulletin/text/model";
import { isEmpty, paragraphsOf } from "@/bulletin/text/plain";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { OfficialsField } from "@/components/OfficialsField";

type Props = { draft: Draft; roster: Official[]; today: string; onSentence: (blocks: Block[]) => void };

/**
 * Date, officials, place, what, and who went along make the one sentence of a brief. It goes on
 * following the form until it is edited by hand; from then on only the button writes it anew.
 */
export function BriefForm({ draft, roster, today, onSentence }: Props) {
  const say = useTranslations("items.brief");
  const [what, setWhat] = useState("");
  const [along, setAlong] = useState<string[]>([]);
  const written = useRef("");
  const day = draft.date ?? today;
  const named = (ids: string[]) =>
    roster.filter(({ id }) => ids.includes(id)).map((each) => ({ name: each.name, title: titleHeld(each, day) }));
  const sentence =
    draft.date && what.trim()
      ? briefSentence({
          date: draft.date,
          officials: named(draft.officialIds),
          what,
          where: draft.place,
          accompaniedBy: named(along),
        })
      : "";
  const body = paragraphsOf(draft.blocks).join("\n");
  const follows = isEmpty(draft.blocks) || body === written.current;

  const write = useRef(onSentence);
  write.current = onSentence;
  useEffect(() => {
    if (!sentence || !follows || sentence === body) return;
    written.current = sentence;
    write.current([{ type: "paragraph", runs: [{ text: sentence }] }]);
  }, [sentence, follows, body]);

  return (
    <fieldset className="grid gap-x-4 gap-y-3 border border-line-2 bg-sunk px-4 py-3 sm:grid-cols-[72px_minmax(0,1fr)]">
      <legend className="px-2 text-ink-2">{say("title")}</legend>
      <label htmlFor="what" className="pt-2.5 text-ink-2">
        {say("what")}
      </label>
      <input
        id="what"
        value={what}
        placeholder={say("whatHint")}
        onChange={({ target }) => setWhat(target.value)}
        className={boxClass(false)}
      />
      <span className="pt-2.5 text-ink-2">{say("along")}</span>
      <OfficialsField
        label={say("along")}
        roster={roster.filter(({ id }) => !draft.officialIds.includes(id))}
        day={day}
        chosen={along}
        onChange={setAlong}
      />
      <p className="flex flex-wrap items-center gap-3 text-ink-3 sm:col-span-2">
        {follows ? say("follows") : say("edited")}
        {!follows && sentence && (
          <Button
            tone="text"
            onClick={() => {
              written.current = sentence;
              onSentence([{ type: "paragraph", runs: [{ text: sentence }] }]);
            }}
          >
            {say("again")}
          </Button>
        )}
      </p>
    </fieldset>
  );
}
