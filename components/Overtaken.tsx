"use client";

import { useTranslations } from "next-intl";
import { differenceOf } from "@/bulletin/text/difference";
import type { Text } from "@/bulletin/text/model";
import { Button } from "./Button";
import { DifferenceView } from "./DifferenceView";
import { Notice } from "./Notice";

type Props<T extends Text> = {
  sentence: string;
  mine: Text;
  theirs: T | undefined;
  onMine: () => void;
  onTheirs: (theirs: T) => void;
};

/** Somebody saved first: both texts against each other, and the person decides which one stands. */
export function Overtaken<T extends Text>({ sentence, mine, theirs, onMine, onTheirs }: Props<T>) {
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
