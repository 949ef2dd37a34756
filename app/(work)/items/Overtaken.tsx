"use client";

import { useTranslations } from "next-intl";
import type { Draft } from "@/bulletin/intake/draft";
import { differenceOf } from "@/bulletin/text/difference";
import { Button } from "@/components/Button";
import { DifferenceView } from "@/components/DifferenceView";
import { Notice } from "@/components/Notice";

type Props = {
  sentence: string;
  mine: Draft;
  theirs: Draft | undefined;
  onMine: () => void;
  onTheirs: (theirs: Draft) => void;
};

/** Somebody saved first: both texts against each other, and the person decides which one stands. */
export function Overtaken({ sentence, mine, theirs, onMine, onTheirs }: Props) {
  const say = useTranslations("overtaken");
  return (
    <div className="grid gap-2">
      <Notice kind="warning">
        <b>{sentence}</b>
        {say("kept")}
      </Notice>
      {theirs && (
        <details className="border border-line-2 bg-sheet px-4" open>
          <summary className="texttool flex min-h-11 list-none items-center">{say("compare")}</summary>
          <DifferenceView difference={differenceOf(theirs, mine)} />
        </details>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={onMine}>{say("mine")}</Button>
        {theirs && <Button onClick={() => onTheirs(theirs)}>{say("theirs")}</Button>}
      </div>
    </div>
  );
}
