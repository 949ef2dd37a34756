"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/Fold";
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
    <Fold sentence={say("unplaced", { count: unplaced.length })} warning>
      <ul>
        {unplaced.map(({ entry, reason, values }, at) => {
          const name = nameOf(entry);
          return (
            <li key={at} className="border-b border-line py-1">
              {name && say("giftOf", name)}
              <span className="block text-ink-2">{say(`unplacedReasons.${reason}`, values as never)}</span>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
