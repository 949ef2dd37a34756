"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { plain } from "@/bulletin/archive/recognise/marks";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { shownOf, typedOf } from "@/bulletin/archive/recognise/shown";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { PieceTools } from "./PieceTools";
import { placeOf } from "./placeOf";
import { setText, useStanding } from "./standing";
import { stepsOf } from "./stepsOf";
import { toneOf } from "./toneOf";
import { useCorrecting } from "./useCorrecting";

/** `behind`: the piece behind those that are shown, where there is one. */
type Props = {
  id: string;
  version: number;
  pieces: Piece[];
  behind: string | null;
  mayChange: boolean;
  mayUndo: boolean;
};
/**
 * The text in its pieces, each with what it was taken for. One is chosen by a click or Enter, a run of them
 * by Shift; its decision is then changed by one act.
 */
export function PieceList({ id, version, pieces, behind, mayChange, mayUndo }: Props) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const [chosen, setChosen] = useState<string[]>([]);
  const [whole, setWhole] = useState(false);
  const { texts, taken } = useStanding(id);
  const { correct, keep, refused, pending, isActing } = useCorrecting(id, version, pieces);

  // A part of the result leads here by its address.
  useEffect(() => {
    const follow = () => {
      const found = pieces.find((each) => `#${placeOf(each.id)}` === window.location.hash);
      if (found) setChosen([found.id]);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [pieces]);

  function choose(piece: string, extend: boolean) {
    const first = chosen[0];
    if (!extend || !first) return setChosen(chosen.length === 1 && first === piece ? [] : [piece]);
    const [from, to] = [first, piece].map((each) => pieces.findIndex((one) => one.id === each)).sort((a, b) => a - b);
    setChosen(pieces.slice(from, (to ?? 0) + 1).map((each) => each.id));
  }

  return (
    <>
      {mayChange && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line-2 px-8 py-1 text-ink-3 max-sm:px-4">
          <p className="py-1">
            {say("originalHint")}
            <span className="hidden pointer-fine:inline">{more("shiftHint")}</span>
          </p>
          <Button tone="text" disabled={!mayUndo || isActing} onClick={() => void correct({ act: "undo" })}>
            {more("undo")}
          </Button>
        </div>
      )}
      {refused && (
        <div className="px-8 py-3 max-sm:px-4">
          <Notice kind="warning">{refused}</Notice>
        </div>
      )}
      {pieces.some(({ text }) => text.length > long) && (
        <div className="border-b border-line-2 px-8 py-1 max-sm:px-4 xl:hidden">
          <Button tone="text" onClick={() => setWhole(!whole)}>
            {more(whole ? "clamped" : "whole")}
          </Button>
        </div>
      )}
      <ol aria-busy={pending}>
        {pieces.map((piece) => {
          const isChosen = chosen.includes(piece.id);
          const tools = mayChange && isChosen && piece.id === chosen.at(-1);
          return (
            <li
              key={piece.id}
              id={placeOf(piece.id)}
              className={`scroll-mt-24 border-b border-line ${isChosen ? "bg-sunk" : ""}`}
            >
              <button
                type="button"
                aria-expanded={mayChange ? isChosen : undefined}
                onClick={({ shiftKey }) => choose(piece.id, shiftKey)}
                className="inside grid w-full grid-cols-[44px_112px_minmax(0,1fr)] items-start gap-3 px-8 py-1.5 text-left hover:bg-sunk max-sm:grid-cols-[36px_minmax(0,1fr)] max-sm:px-4"
              >
                <span className="text-right text-ink-3">{piece.line}</span>
                <span className={`${toneOf(piece)} max-sm:col-start-2`}>
                  {say(`labels.${piece.label}`)}
                  {piece.confidence < 0.6 && <span className="text-ochre">{say("unsureMark")}</span>}
                  {texts[piece.id] !== undefined && <span className="text-ochre">{more("notKeptMark")}</span>}
                </span>
                <span className={`max-sm:col-start-2 ${clampOf(isChosen || whole, tools && chosen.length === 1)}`}>
                  {shownOf(piece)}
                  {piece.read !== undefined && !(tools && chosen.length === 1) && (
                    <span className="ml-4 text-ink-3">{more("read", { text: plain(piece.read) })}</span>
                  )}
                </span>
              </button>
              {tools && (
                <PieceTools
                  piece={piece}
                  text={texts[piece.id] ?? taken[piece.id] ?? typedOf(piece)}
                  isKept={texts[piece.id] === undefined}
                  chosen={chosen}
                  steps={stepsOf(pieces, chosen, behind)}
                  disabled={isActing}
                  onType={(text) => setText(id, piece.id, text === (taken[piece.id] ?? typedOf(piece)) ? null : text)}
                  onKeep={() => keep(piece)}
                  onCorrect={(correction) => void correct(correction)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Characters that three lines of a narrow window hold. */
const long = 60;

/** Whole where there is room for it or it was opened; a line of it where the field below has the whole. */
function clampOf(isOpen: boolean, hasField: boolean): string {
  if (hasField) return "line-clamp-1";
  return isOpen ? "" : "max-xl:line-clamp-3";
}
