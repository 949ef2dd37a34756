import type { DrawnIssue, DrawnPage } from "@/bulletin/press/pages";
import type { Block } from "@/bulletin/text/model";
import type { NewspaperPlacing } from "@/typesetting/document";

export type Draft = { id: string; headline: string[]; blocks: Block[]; placing?: NewspaperPlacing };
export type Shown = Pick<DrawnIssue, "areas" | "fit" | "unplaced"> & {
  pages: (Omit<DrawnPage, "hash"> & { hash: string; body: string })[];
};
/** `failed`: why the pages are not those of the text as it is; empty where nobody knows (the network). */
type State = { shown: Shown | null; failed: string | null };
type Answer = { shown: Shown } | { refused: string };

const states = new Map<string, State>();
const bodies = new Map<string, string>();
const glyphs = new Set<string>();
/** Twice the pages of the longest issue; the server takes no more names. */
const remembered = 600;
/** Milliseconds without a key after which all pages are drawn, and not only the one that is written on. */
const pause = 400;
const listeners = new Set<() => void>();
const none: State = { shown: null, failed: null };

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

type Wanted = { issueId: string; draft: Draft | null; whole?: boolean };
let wanted: Wanted | null = null;
let asking = false;
let later: ReturnType<typeof setTimeout> | undefined;

/**
 * Asks for the pages anew. While an answer is on its way only the latest wish is kept. Of a text that
 * is being written first the pages on which it stands are drawn, all others when the hand rests.
 */
export function redraw(wish: Wanted): void {
  clearTimeout(later);
  wanted = wish;
  if (!asking) void ask();
}

async function ask(): Promise<void> {
  asking = true;
  try {
    while (wanted) {
      const wish = wanted;
      wanted = null;
      const before = stateOf(wish.issueId);
      const only = wish.whole || !wish.draft ? null : beside(before.shown, wish.draft.id);
      const answer = await drawn(wish, only);
      // The last good pages stay while a text cannot be set, or the server is away.
      put(wish.issueId, "shown" in answer ? { ...answer, failed: null } : { ...before, failed: answer.refused });
      if (only && !wanted) later = setTimeout(() => redraw({ ...wish, whole: true }), pause);
    }
  } finally {
    asking = false;
  }
}

/** The entries on the pages of one: they are drawn with it. All, while nothing is shown yet. */
function beside(shown: Shown | null, entry: string): string[] | null {
  const own = shown?.areas.filter((area) => area.entry === entry).map(({ page }) => page);
  if (!own?.length) return null;
  const there = shown?.areas.filter(({ page }) => own.includes(page)).map((area) => area.entry);
  return [...new Set(there)];
}

async function drawn({ issueId, draft }: Wanted, only: string[] | null): Promise<Answer> {
  try {
    const known = [...bodies.keys()].slice(-remembered);
    const response = await fetch(`/issues/${issueId}/pages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ known, draft, only }),
    });
    if (response.status === 422) return { refused: ((await response.json()) as { sentence: string }).sentence };
    if (!response.ok) return { refused: "" };
    return { shown: received((await response.json()) as DrawnIssue, stateOf(issueId).shown) };
  } catch {
    // Shown as a sentence above the pages; the next change asks again.
    return { refused: "" };
  }
}

function received({ pages, glyphs: brought, ...measured }: DrawnIssue, before: Shown | null): Shown {
  for (const [id, symbol] of Object.entries(brought)) addGlyph(id, symbol);
  const shown = pages.map(({ hash, body, ...page }, at) => {
    if (hash !== null) return { ...page, hash, body: keep(hash, body) };
    // Not drawn this time: it follows when the hand rests.
    return { ...page, hash: "", body: "", ...before?.pages[at] };
  });
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
