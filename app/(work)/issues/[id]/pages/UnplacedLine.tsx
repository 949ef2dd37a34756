"use client";

import { useTranslations } from "next-intl";
import type { Shown } from "./store";

type Props = {
  unplaced: NonNullable<Shown["unplaced"]>;
  nameOf: (entry: string) => { number: number; title: string } | null;
};

/** What a newspaper could not place as the editor wanted it: how many, and opened, which and why. */
export function UnplacedLine({ unplaced, nameOf }: Props) {
  const say = useTranslations("pages");
  if (!unplaced.length) return <span className="text-ink-3">{say("allPlaced")}</span>;
  return (
    <details className="relative">
      <summary className="texttool inline-flex min-h-11 cursor-pointer items-center text-ochre">
        {say("unplaced", { count: unplaced.length })}
      </summary>
      <ul className="absolute left-0 z-10 max-sm:fixed max-sm:inset-x-2 w-[460px] max-w-[92vw] border border-ink bg-sheet p-4">
        {unplaced.map(({ entry, reason, values }, at) => (
          <li key={at} className="border-b border-line py-1">
            {say("giftOf", nameOf(entry) ?? { number: 0, title: "" })}
            <span className="block text-ink-2">{say(`unplacedReasons.${reason}`, values as never)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
