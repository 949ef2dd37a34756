"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/Fold";
import type { Fit } from "@/typesetting/rows/fit";

type Props = { fit: Fit; nameOf: (entry: string) => { number: number; title: string } | null };

/** How the text fills its pages, in one sentence; opened, who could give how much. */
export function FitLine({ fit, nameOf }: Props) {
  const say = useTranslations("pages");
  const isOver = fit.over !== null && fit.over > 0;
  const gifts = fit.gifts.flatMap((gift) => {
    const name = nameOf(gift.entry);
    return name && gift.cheapest ? [{ ...gift, ...name, characters: gift.cheapest.characters }] : [];
  });
  return (
    <Fold sentence={<b className="font-medium">{sentenceOf(fit, say)}</b>} warning={isOver}>
      <p>{fit.footAlone ? say(`footAlone.${fit.why}`) : say("footThere")}</p>
      {fit.toLess && fit.toLess.rows > 0 && (
        <p>{say("toLess", { pages: fit.toLess.pages, rows: fit.toLess.rows, characters: fit.toLess.rows * 28 })}</p>
      )}
      {gifts.length > 0 && (
        <>
          <p className="mt-2 text-ink-3">{say("gifts")}</p>
          <ul>
            {gifts.slice(0, 8).map(({ entry, number, title, characters, rows }) => (
              <li key={entry} className="flex gap-3 border-b border-line py-1">
                <span className="min-w-0 grow truncate">{say("giftOf", { number, title })}</span>
                <span className="w-32 whitespace-nowrap text-right">{say("gift", { characters })}</span>
                <span className="w-16 whitespace-nowrap text-right text-ink-3">{say("rows", { rows })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}

function sentenceOf(fit: Fit, say: ReturnType<typeof useTranslations<"pages">>): string {
  if (fit.over) return say("over", { rows: fit.over, characters: fit.over * 28 });
  const page = fit.footAlone ? fit.pages - 1 : fit.pages;
  return fit.free ? say("free", { page, rows: fit.free, characters: fit.free * 28 }) : say("full", { page });
}
