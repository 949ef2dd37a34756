"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState, useTransition } from "react";
import type { Label } from "@/bulletin/archive/recognise/labels";
import type { Piece } from "@/bulletin/archive/recognise/pieces";
import { typedOf } from "@/bulletin/archive/recognise/shown";
import { correctImportAction } from "../../actions";
import { forgetTaken, setText, takeText, textOf, useTurn } from "./standing";

export type Correction =
  | { act: "relabel"; pieces: string[]; label: Label }
  | { act: "join"; piece: string }
  | { act: "split"; piece: string; at: number }
  | { act: "move"; pieces: string[]; before: string | null }
  | { act: "reword"; piece: string; text: string }
  | { act: "undo" };

/** Sends corrections, and keeps what is typed over a piece until the page says it too. Each says whether it was done. */
export function useCorrecting(id: string, version: number, pieces: Piece[]) {
  const router = useRouter();
  const turn = useTurn(id, version);
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const [isActing, setActing] = useState(false);

  // The page has been read again, and says what was kept.
  const read = useRef(pieces);
  useEffect(() => {
    if (read.current !== pieces) forgetTaken(id);
    read.current = pieces;
  }, [id, pieces]);

  function correct(correction: Correction): Promise<boolean> {
    setRefused(null);
    const isAct = correction.act !== "reword";
    if (isAct) setActing(true);
    return new Promise((resolve) => {
      begin(async () => {
        const outcome = await turn((now) => correctImportAction({ id, version: now, correction }));
        if (isAct) setActing(false);
        if (!outcome.ok) setRefused(outcome.sentence);
        else if (correction.act === "reword") takeText(id, correction.piece, correction.text);
        if (outcome.ok || outcome.stale) startTransition(() => router.refresh());
        resolve(outcome.ok);
      });
    });
  }

  /** What is typed over a piece. Nothing at all is no text: it says again what it said. */
  async function keep(piece: Piece): Promise<boolean> {
    const text = textOf(id, piece.id);
    if (text === undefined) return true;
    if (text.trim() && text !== typedOf(piece)) return correct({ act: "reword", piece: piece.id, text });
    setText(id, piece.id, null);
    return true;
  }

  return { correct, keep, refused, pending, isActing };
}
