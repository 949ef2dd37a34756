"use client";

import { useTranslations } from "next-intl";
import { differenceOf } from "@/bulletin/text/difference";
import type { Text } from "@/bulletin/text/model";
import { Button } from "./Button";
import { DifferenceView } from "./DifferenceView";
import { Notice } from "./Notice";

/** What stands beside a text, in words: its label and what it says. */
export type Beside = readonly [label: string, words: string];

type Props<T extends Text> = {
  sentence: string;
  mine: T;
  theirs: T | undefined;
  /** Day, place, officials: always the same labels in the same order. */
  beside: (text: T) => Beside[];
  onMine: () => void;
  onTheirs: (theirs: T) => void;
};

/** Somebody saved first: both against each other, what stands beside the texts too, and the person decides which one stands. */
export function Overtaken<T extends Text>({ sentence, mine, theirs, beside, onMine, onTheirs }: Props<T>) {
  const say = useTranslations("overtaken");
  const difference = theirs && differenceOf(theirs, mine);
  const words = theirs ? beside(theirs) : [];
  const other = beside(mine).flatMap(([label, own], at) => {
    const their = words[at]?.[1] ?? "";
    return their === own ? [] : [{ label, theirs: their || say("empty"), mine: own || say("empty") }];
  });
  return (
    <div className="grid gap-2">
      <Notice kind="warning">
        <b>{sentence}</b>
        {say("kept")}
      </Notice>
      {difference && (
        <details className="border border-line-2 bg-sheet px-4" open>
          <summary className="texttool flex min-h-11 list-none items-center">{say("compare")}</summary>
          {other.length > 0 && (
            <ul className="grid gap-1 border-b border-line py-3">
              {other.map((each) => (
                <li key={each.label}>{say("field", each)}</li>
              ))}
            </ul>
          )}
          {(difference.changes > 0 || !other.length) && <DifferenceView difference={difference} />}
        </details>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={onMine}>{say("mine")}</Button>
        {theirs && <Button onClick={() => onTheirs(theirs)}>{say("theirs")}</Button>}
      </div>
    </div>
  );
}
