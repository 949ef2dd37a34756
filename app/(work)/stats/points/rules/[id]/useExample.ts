import { useEffect, useState } from "react";
import type { ExampleOf } from "@/bulletin/archive/points/example";
import type { Typed } from "@/bulletin/archive/points/typed";

/** Milliseconds without a key after which the example is computed anew. */
const pause = 350;

type State = { tables: ExampleOf | null; refused: string | null; isLooking: boolean };

/** Asks for the example when the hand rests; the last good one stays while what is typed makes no sense. */
export function useExample(typed: Typed): State {
  const [state, setState] = useState<State>({ tables: null, refused: null, isLooking: true });
  const rules = JSON.stringify(typed);
  useEffect(() => {
    const ending = new AbortController();
    const timer = setTimeout(async () => {
      setState((before) => ({ ...before, isLooking: true }));
      const answer = await askFor(rules, ending.signal);
      if (ending.signal.aborted) return;
      setState((before) => ({ ...before, isLooking: false, ...answer }));
    }, pause);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [rules]);
  return state;
}

/** `refused`: why there is none; empty where nobody knows (the network). */
async function askFor(rules: string, signal: AbortSignal): Promise<Partial<State>> {
  try {
    const response = await fetch("/stats/points/rules/example", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rules: JSON.parse(rules) }),
      signal,
    });
    if (response.status === 422) return { refused: ((await response.json()) as { sentence: string }).sentence };
    if (!response.ok) return { refused: "" };
    return { tables: ((await response.json()) as { tables: ExampleOf }).tables, refused: null };
  } catch {
    // Aborted by the next key, or the network: the next change asks again.
    return { refused: "" };
  }
}
