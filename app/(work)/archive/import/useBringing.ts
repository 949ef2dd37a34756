"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** One file on its way: what became of it and of each file in it. */
export type Line = {
  key: number;
  file: File;
  state: "waiting" | "going" | "done" | "stopped" | "failed";
  results: Told[];
  sentence: string | null;
};

export type Told =
  | { name: string; id: string; again: string | null; bare: boolean; issues: number; entries: number; coverage: number }
  | { name: string; year: number; archived: number; known: number }
  | { name: string; sentence: string };

const maxBytes = 25 * 1024 * 1024;

/** Sends files one after the other. Stopped, the one under way is broken off, and going on sends it again: what was read is recognised. */
export function useBringing(onSome: () => void) {
  const say = useTranslations("imports");
  const [lines, setLines] = useState<Line[]>([]);
  const [running, setRunning] = useState(false);
  const queue = useRef<Line[]>([]);
  const count = useRef(0);
  const abort = useRef<AbortController | null>(null);

  const show = () => setLines([...queue.current]);
  const change = (line: Line, part: Partial<Line>) => {
    Object.assign(line, part);
    show();
  };

  function add(files: File[]) {
    const fresh = files.map((file) => ({ key: count.current++, file, ...stateOf(file) }));
    queue.current = [...queue.current, ...fresh];
    show();
    void run();
  }

  function stateOf({ name, size }: File): Pick<Line, "state" | "results" | "sentence"> {
    if (size > maxBytes)
      return {
        state: "failed",
        results: [],
        sentence: say(/\.zip$/i.test(name) ? "zipTooLarge" : "tooLarge", { max: 25 }),
      };
    return { state: "waiting", results: [], sentence: null };
  }

  async function run() {
    if (abort.current) return;
    abort.current = new AbortController();
    setRunning(true);
    for (;;) {
      const line = queue.current.find(({ state }) => state === "waiting");
      if (!line || abort.current.signal.aborted) break;
      await send(line, abort.current.signal);
    }
    abort.current = null;
    setRunning(false);
    onSome();
  }

  async function send(line: Line, signal: AbortSignal) {
    change(line, { state: "going", results: [], sentence: null });
    try {
      const data = new FormData();
      data.set("file", line.file);
      const response = await fetch("/archive/import/files", { method: "POST", body: data, signal });
      if (!response.ok) {
        const { sentence } = (await response.json()) as { sentence?: string };
        return change(line, { state: "failed", sentence: sentence ?? say("failed") });
      }
      for await (const told of linesOf(response)) change(line, { results: [...line.results, told] });
      change(line, { state: "done" });
    } catch {
      // Stopped by the person, or the line broke: either can be taken up again.
      change(line, { state: "stopped", sentence: signal.aborted ? null : say("failed") });
    }
  }

  function stop() {
    for (const line of queue.current) if (line.state === "waiting") line.state = "stopped";
    abort.current?.abort();
    show();
  }

  function goOn() {
    for (const line of queue.current) if (line.state === "stopped") line.state = "waiting";
    void run();
  }

  useEffect(() => () => abort.current?.abort(), []);
  return { lines, running, add, stop, goOn };
}

async function* linesOf(response: Response): AsyncGenerator<Told> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value = "" } = (await reader?.read()) ?? { done: true };
    const parts = (rest + value).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part) yield JSON.parse(part) as Told;
    if (done) return;
  }
}
