"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { Outcome } from "@/lib/action";

/** How a file stands on this page: the version that its last change made, and what is typed and not kept yet. */
type Standing = {
  version: number;
  /** Over a piece, by its id. */
  texts: Record<string, string>;
  /** The same once it is kept, until the page says it too. */
  taken: Record<string, string>;
  /** In the fields of an issue, by its place in the file. */
  fields: Record<string, Record<string, string>>;
};

const standings = new Map<string, Standing>();
const turns = new Map<string, Promise<unknown>>();
const told = new Set<() => void>();
const none: Standing = { version: 0, texts: {}, taken: {}, fields: {} };

function standingOf(id: string): Standing {
  return standings.get(id) ?? none;
}

export function useStanding(id: string): Standing {
  return useSyncExternalStore(
    (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
    () => standingOf(id),
    () => none,
  );
}

/** Whether anything is typed and not kept. */
export function isOpen({ texts, fields }: Standing): boolean {
  return Object.keys(texts).length + Object.keys(fields).length > 0;
}

/** What is typed over a piece; null where it is what the piece says. */
export function setText(id: string, piece: string, text: string | null): void {
  const { texts, ...rest } = standingOf(id);
  put(id, { ...rest, texts: withEntry(texts, piece, text) });
}

/** What was typed over a piece is kept: it stands there until the page has been read again. */
export function takeText(id: string, piece: string, text: string): void {
  const { texts, taken, ...rest } = standingOf(id);
  const left = texts[piece] === text ? withEntry(texts, piece, null) : texts;
  put(id, { ...rest, texts: left, taken: { ...taken, [piece]: text } });
}

/** The page says what was kept. */
export function forgetTaken(id: string): void {
  const standing = standingOf(id);
  if (Object.keys(standing.taken).length) put(id, { ...standing, taken: {} });
}

/** Whether anything is typed and not kept, asked when an act has its turn. */
export function isOpenNow(id: string): boolean {
  return isOpen(standingOf(id));
}

export function textOf(id: string, piece: string): string | undefined {
  return standingOf(id).texts[piece];
}

/** What is typed in the fields of an issue; null where it is kept. */
export function setFields(id: string, at: number, values: Record<string, string> | null): void {
  const { fields, ...rest } = standingOf(id);
  put(id, { ...rest, fields: withEntry(fields, String(at), values) });
}

type Send = (version: number) => Promise<Outcome>;

/**
 * The acts on one file go one after the other, each on the version that the one before has made: else one would be
 * told that one was first oneself. A line that is broken is told like a refusal, so that what was typed stays.
 */
export function useTurn(id: string, seen: number): (send: Send) => Promise<Outcome> {
  const say = useTranslations("importing");
  return (send) => {
    const turn = (turns.get(id) ?? Promise.resolve()).then(async (): Promise<Outcome> => {
      try {
        const outcome = await send(Math.max(seen, standingOf(id).version));
        const made = outcome.ok ? (outcome.value as { version?: number } | undefined)?.version : undefined;
        if (made) put(id, { ...standingOf(id), version: Math.max(made, standingOf(id).version) });
        return outcome;
      } catch (error) {
        // What a browser throws where nothing answers.
        if (!(error instanceof TypeError)) throw error;
        return { ok: false, sentence: say("unreachable"), fields: {} };
      }
    });
    turns.set(
      id,
      turn.catch(() => undefined),
    );
    return turn;
  };
}

function withEntry<T>(all: Record<string, T>, key: string, value: T | null): Record<string, T> {
  const { [key]: _, ...others } = all;
  return value === null ? others : { ...others, [key]: value };
}

function put(id: string, standing: Standing): void {
  standings.set(id, standing);
  for (const tell of told) tell();
}
