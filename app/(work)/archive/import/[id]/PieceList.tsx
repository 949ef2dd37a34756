"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useState, useTransition } from "react";
import type { Label } from "@/bulletin/archive/recognise/labels";
import { plain } from "@/bulletin/archive/recognise/marks";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { shownOf } from "@/bulletin/archive/recognise/shown";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { correctImportAction } from "../../actions";
import { PieceTools } from "./PieceTools";
import { placeOf } from "./placeOf";

import { setOpen, setVersion, useStanding } from "./standing";
import { stepsOf } from "./stepsOf";
import { toneOf } from "./toneOf";

/** `behind`: the piece behind those that are shown, where there is one. */
type Props = {
  id: string;
  version: number;
  pieces: Piece[];
  behind: string | null;
  mayChange: boolean;
  mayUndo: boolean;
};
export type Correction =
  | { act: "relabel"; pieces: string[]; label: Label }
  | { act: "join"; piece: string }
  | { act: "split"; piece: string; at: number }
  | { act: "move"; pieces: string[]; before: string | null }
  | { act: "reword"; piece: string; text: string }
  | { act: "undo" };

/**
 * The text in its pieces, each with what it was taken for. One is chosen by a click or Enter, a run of them
 * by Shift; its decision is then changed by one act.
 */
export function PieceList({ id, version, pieces, behind, mayChange, mayUndo }: Props) {
  const say = useTranslations("imports");
  const more = useTranslations("importing");
  const router = useRouter();
  const [chosen, setChosen] = useState<string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const [whole, setWhole] = useState(false);
  const standing = useStanding(id, version);
  const latest = useRef(standing.version);
  latest.current = standing.version;
  const before = useRef<Promise<void>>(Promise.resolve());

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

  // One after the other: what was typed is kept when its field is left, be it for the button that cuts it.
  function correct(correction: Correction) {
    setRefused(null);
    begin(async () => {
      before.current = before.current.then(() => send(correction));
      await before.current;
    });
  }

  async function send(correction: Correction) {
    const kept = `piece ${"piece" in correction ? correction.piece : ""}`;
    const outcome = await correctImportAction({ id, version: latest.current, correction });
    if (outcome.ok) {
      latest.current = (outcome.value as { version: number }).version;
      setVersion(id, latest.current);
    } else setRefused(outcome.sentence);
    if (correction.act === "reword") setOpen(id, kept, false);
    startTransition(() => router.refresh());
  }

  return (
    <>
      {mayChange && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line-2 px-8 py-1 text-ink-3 max-sm:px-4">
          <p className="py-1">
            {say("originalHint")}
            <span className="hidden pointer-fine:inline">{more("shiftHint")}</span>
          </p>
          <Button tone="text" disabled={!mayUndo || pending} onClick={() => correct({ act: "undo" })}>
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
                </span>
                <span className={`max-sm:col-start-2 ${clampOf(isChosen || whole, tools && chosen.length === 1)}`}>
                  {shownOf(piece)}
                  {piece.read !== undefined && (
                    <span className="text-ink-3">{more("read", { text: plain(piece.read) })}</span>
                  )}
                </span>
              </button>
              {tools && (
                <PieceTools
                  file={id}
                  piece={piece}
                  chosen={chosen}
                  steps={stepsOf(pieces, chosen, behind)}
                  onCorrect={correct}
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
