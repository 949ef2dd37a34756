"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Outcome } from "@/lib/action";
import type { Stale } from "@/lib/refusal";
import { forget, keep, kept } from "./localCopy";

export type Saving =
  | { kind: "saved"; at: string | null }
  | { kind: "changed" | "saving" }
  | { kind: "unreachable" | "signedOut" }
  | { kind: "refused"; sentence: string; fields: Record<string, string> }
  | { kind: "overtaken"; sentence: string; stale: Stale };

type Saved = { version: number; savedAt: string };

type Options<T> = {
  id: string;
  version: number;
  savedAt: string | null;
  value: T;
  save: (version: number, value: T) => Promise<Outcome<Saved>>;
  onSaved?: (saved: Saved) => void;
};

const pause = 800;
const retry = 4000;

/**
 * Saves a value a moment after it was last changed, one save at a time, and says truly what is saved.
 * What is not yet saved also lies in this browser: a dead server or a closed tab loses nothing. A
 * save that comes after somebody else's stops until the person has decided whose text stands.
 */
export function useAutosave<T>({ id, version, savedAt, value, save, onSaved }: Options<T>) {
  const [saving, setSaving] = useState<Saving>({ kind: "saved", at: savedAt });
  const seen = useRef(version);
  const latest = useRef(value);
  const stored = useRef(JSON.stringify(value));
  const running = useRef<Promise<boolean> | null>(null);
  const callbacks = useRef({ save, onSaved });
  callbacks.current = { save, onSaved };
  latest.current = value;
  const text = JSON.stringify(value);

  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    const sending = JSON.stringify(latest.current);
    if (sending === stored.current) return true;
    setSaving({ kind: "saving" });
    running.current = send(sending, latest.current);
    const done = await running.current;
    running.current = null;
    return done;

    async function send(json: string, body: T): Promise<boolean> {
      let outcome: Outcome<Saved>;
      try {
        outcome = await callbacks.current.save(seen.current, body);
      } catch {
        // The server is away. The text lies in this browser, and is sent again until it arrives.
        setSaving({ kind: "unreachable" });
        return false;
      }
      if (outcome.ok) {
        seen.current = outcome.value.version;
        stored.current = json;
        const isLatest = JSON.stringify(latest.current) === json;
        if (isLatest) forget(id);
        setSaving(isLatest ? { kind: "saved", at: outcome.value.savedAt } : { kind: "changed" });
        callbacks.current.onSaved?.(outcome.value);
        return isLatest;
      }
      const { sentence, fields, stale, isSignedOut } = outcome;
      if (isSignedOut) {
        setSaving({ kind: "signedOut" });
        return false;
      }
      setSaving(stale?.text ? { kind: "overtaken", sentence, stale } : { kind: "refused", sentence, fields });
      return false;
    }
  }, [id]);

  const isStopped = saving.kind === "overtaken" || saving.kind === "signedOut";
  useEffect(() => {
    if (text === stored.current) return;
    keep(id, seen.current, text);
    setSaving((before) =>
      before.kind === "overtaken" || before.kind === "unreachable" || before.kind === "signedOut"
        ? before
        : { kind: "changed" },
    );
    if (isStopped) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [text, id, flush, isStopped]);

  useEffect(() => {
    if (saving.kind !== "unreachable") return;
    const again = () => void flush();
    const timer = setInterval(again, retry);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [saving.kind, flush]);

  // Whoever was signed out comes back from another tab. Not by the clock: each refusal is a line of the record.
  useEffect(() => {
    if (saving.kind !== "signedOut") return;
    const again = () => void flush();
    window.addEventListener("focus", again);
    return () => window.removeEventListener("focus", again);
  }, [saving.kind, flush]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (JSON.stringify(latest.current) !== stored.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  /** Goes on from the version that overtook this page: with this page's text, or with `theirs`. */
  const settle = useCallback(
    (toVersion: number, theirs?: T) => {
      seen.current = toVersion;
      if (theirs !== undefined) {
        stored.current = JSON.stringify(theirs);
        forget(id);
        setSaving({ kind: "saved", at: null });
      } else {
        setSaving({ kind: "changed" });
      }
    },
    [id],
  );

  /** What an earlier visit could not save; saving it goes against the version that visit had seen. */
  const unsaved = useCallback((): T | null => {
    const copy = kept<T>(id);
    if (!copy || JSON.stringify(copy.value) === stored.current) return null;
    seen.current = Math.min(seen.current, copy.version);
    return copy.value;
  }, [id]);

  return { saving, flush, settle, version: () => seen.current, unsaved };
}
