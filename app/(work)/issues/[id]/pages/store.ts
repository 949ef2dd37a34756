import type { DrawnIssue, DrawnPage } from "@/bulletin/press/pages";
import type { Block } from "@/bulletin/text/model";
import type { NewspaperPlacing } from "@/typesetting/document";

export type Draft = { id: string; headline: string[]; blocks: Block[]; placing?: NewspaperPlacing };
export type Shown = Pick<DrawnIssue, "areas" | "fit" | "unplaced"> & { pages: (DrawnPage & { body: string })[] };
type State = { shown: Shown | null; failed: boolean };

const states = new Map<string, State>();
const bodies = new Map<string, string>();
const glyphs = new Set<string>();
/** Twice the pages of the longest issue; the server takes no more names. */
const remembered = 600;
const listeners = new Set<() => void>();
const none: State = { shown: null, failed: false };

/** The pages of an issue as the browser has them; they outlive a change between board and editor. */
export function stateOf(issueId: string): State {
  return states.get(issueId) ?? none;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(issueId: string, state: State): void {
  states.set(issueId, state);
  for (const listener of listeners) listener();
}

type Wanted = { issueId: string; draft: Draft | null };
let wanted: Wanted | null = null;
let asking = false;

/** Asks for the pages anew. While an answer is on its way only the latest wish is kept. */
export function redraw(wish: Wanted): void {
  wanted = wish;
  if (!asking) void ask();
}

async function ask(): Promise<void> {
  asking = true;
  try {
    while (wanted) {
      const wish = wanted;
      wanted = null;
      const answer = await drawn(wish);
      const before = stateOf(wish.issueId);
      // The last good pages stay while a text cannot be set, or the server is away.
      put(wish.issueId, answer ? { shown: answer, failed: false } : { ...before, failed: true });
    }
  } finally {
    asking = false;
  }
}

async function drawn({ issueId, draft }: Wanted): Promise<Shown | null> {
  try {
    const known = [...bodies.keys()].slice(-remembered);
    const response = await fetch(`/issues/${issueId}/pages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ known, draft }),
    });
    if (!response.ok) return null;
    return received((await response.json()) as DrawnIssue);
  } catch {
    // Shown as a sentence above the pages; the next change asks again.
    return null;
  }
}

function received({ pages, glyphs: brought, ...measured }: DrawnIssue): Shown {
  for (const [id, symbol] of Object.entries(brought)) addGlyph(id, symbol);
  const shown = pages.map((page) => ({ ...page, body: keep(page.hash, page.body) }));
  return { ...measured, pages: shown };
}

/** The latest pages stand last: what falls off the end is what has not been seen for longest. */
function keep(hash: string, brought: string | undefined): string {
  const body = brought ?? bodies.get(hash) ?? "";
  bodies.delete(hash);
  bodies.set(hash, body);
  const [oldest] = bodies.keys();
  if (bodies.size > remembered && oldest) bodies.delete(oldest);
  return body;
}

let pending = "";

/** Glyphs are shared by all pages of all issues: one hidden drawing holds them. */
function addGlyph(id: string, symbol: string): void {
  if (glyphs.has(id)) return;
  glyphs.add(id);
  if (!pending) queueMicrotask(flushGlyphs);
  pending += symbol;
}

function flushGlyphs(): void {
  let store = document.getElementById("page-glyphs");
  if (!store) {
    store = document.createElement("div");
    store.id = "page-glyphs";
    // Not `display: none`: clip paths of what is not rendered do not clip.
    store.style.cssText = "position:absolute;width:0;height:0;overflow:hidden";
    store.setAttribute("aria-hidden", "true");
    document.body.append(store);
  }
  store.insertAdjacentHTML("beforeend", `<svg width="0" height="0"><defs>${pending}</defs></svg>`);
  pending = "";
}
