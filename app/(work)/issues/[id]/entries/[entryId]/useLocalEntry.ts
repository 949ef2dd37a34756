"use client";

import { useCallback, useEffect, useState } from "react";
import type { Block } from "@/bulletin/text/model";
import { keep, kept } from "@/components/editor/localCopy";
import type { NewspaperPlacing } from "@/typesetting/document";

/** What an editor may change of an entry. */
export type EntryText = {
  headline: string[];
  blocks: Block[];
  date: string | null;
  place: string;
  officialIds: string[];
  placing: NewspaperPlacing;
};

export function textOf({ headline, blocks, date, place, officialIds, placing }: EntryText): EntryText {
  return { headline, blocks, date, place, officialIds, placing };
}

/**
 * An entry's text on the page: what is stored, what was written since, and the copy in this browser
 * from which an earlier visit is taken up again, against the version that it had seen.
 */
export function useLocalEntry(entry: EntryText & { id: string; version: number }) {
  const [version, setVersion] = useState(entry.version);
  const [stored, setStoredText] = useState(() => JSON.stringify(textOf(entry)));
  const [text, setText] = useState(() => textOf(entry));
  const [shown, setShown] = useState(text.blocks);
  const [restored, setRestored] = useState(false);
  const changed = JSON.stringify(text) !== stored;

  useEffect(() => {
    const copy = kept<EntryText>(entry.id);
    if (!copy) return;
    // A copy of before an update may lack what has come since.
    setText((now) => ({ ...now, ...copy.value }));
    setShown(copy.value.blocks);
    setVersion(copy.version);
    setRestored(true);
  }, [entry.id]);

  useEffect(() => {
    if (changed) keep(entry.id, version, JSON.stringify(text));
    const warn = (event: BeforeUnloadEvent) => changed && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed, entry.id, version, text]);

  const change = useCallback((part: Partial<EntryText>) => setText((before) => ({ ...before, ...part })), []);
  const setStored = useCallback((base: EntryText) => setStoredText(JSON.stringify(textOf(base))), []);
  return { version, setVersion, setStored, text, change, shown, setShown, changed, restored };
}
