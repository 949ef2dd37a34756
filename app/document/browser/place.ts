import { tellOffline } from "./offline";

/** A sentence that the reader has marked with the finger or the mouse, and in which story. */
export type Marked = { entryId: string; text: string };
export type Story = { id: string; title: string };

let at = 0;
/** Everything stands on one screen: there is nothing to scroll to, and each end of the issue is reached at once. */
let whole = false;
let selection: (Marked & { when: number }) | null = null;

const sections = () => [...document.querySelectorAll<HTMLElement>("main [data-story]")];

export function stories(): Story[] {
  return sections().map(({ dataset: { story = "", title = "" } }) => ({ id: story, title }));
}

/** The story that is being read: the one at the top of the window. */
export function present(): Story | null {
  return stories()[at] ?? null;
}

/** Says which story is being read, and where the next touch leads. */
export function look(): void {
  const all = sections();
  if (!all.length) return;
  const { scrollHeight } = document.documentElement;
  const atEnd = window.innerHeight + window.scrollY >= scrollHeight - 4;
  whole = scrollHeight <= window.innerHeight + 4;
  const above = all.filter((each) => each.getBoundingClientRect().top < 220).length;
  at = atEnd && window.scrollY > 0 ? all.length - 1 : Math.max(0, above - 1);
  for (const place of document.querySelectorAll<HTMLElement>("[data-place]"))
    place.textContent = (place.dataset.place ?? "").replace("@", String(at + 1));
  for (const forward of [false, true]) {
    const button = document.querySelector<HTMLButtonElement>(`[data-step="${forward ? "on" : "back"}"]`);
    if (!button) continue;
    const leaves = atEdge(forward);
    button.disabled = leaves && !button.dataset.href;
    for (const name of button.querySelectorAll<HTMLElement>("[data-leaves]"))
      name.hidden = (name.dataset.leaves === "yes") !== leaves;
  }
}

function atEdge(forward: boolean): boolean {
  return whole || (forward ? at >= sections().length - 1 : at <= 0);
}

/** One story on or back; behind the last one comes the next issue. */
export function step(forward: boolean): void {
  const href = document.querySelector<HTMLElement>(`[data-step="${forward ? "on" : "back"}"]`)?.dataset.href;
  if (!atEdge(forward)) go(at + (forward ? 1 : -1));
  else leaveFor(href);
}

export function toNext(): void {
  const href = document.querySelector<HTMLElement>('[data-step="on"]')?.dataset.href;
  leaveFor(href);
}

/** Without a line the browser would put a page of its own in the place of this one. */
function leaveFor(href: string | undefined): void {
  if (!href) return;
  if (navigator.onLine) location.assign(href);
  else tellOffline();
}

function go(to: number): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  sections()[to]?.scrollIntoView({ behavior: still ? "auto" : "smooth" });
}

export function rememberMarked(): void {
  const chosen = document.getSelection();
  const text = chosen?.toString().trim() ?? "";
  const within = chosen?.anchorNode?.parentElement?.closest<HTMLElement>("[data-story]");
  if (text && within) selection = { entryId: within.dataset.story ?? "", text, when: Date.now() };
}

/** Touching a button takes the selection away on some tablets: what was marked a moment ago still counts. */
export function marked(): Marked | null {
  return selection && Date.now() - selection.when < 15_000 && selection.text.length <= 500 ? selection : null;
}

let line: { element: Element; top: number } | null = null;

/** The line that is at the top of the window. */
export function noteLine(): void {
  const lines = document.querySelectorAll("[data-story] :is(h3, p, li, figure)");
  const element = [...lines].find((each) => each.getBoundingClientRect().bottom > 150);
  line = element ? { element, top: element.getBoundingClientRect().top } : null;
}

/** What comes now above the text is meant to push it down. */
export function forgetLine(): void {
  line = null;
}

let isFirst = false;

const watch = new ResizeObserver(() => {
  // What is watched from now on is told at once, and has not changed.
  if (isFirst) {
    isFirst = false;
    return;
  }
  if (!line?.element.isConnected || window.scrollY < 10) return;
  const moved = line.element.getBoundingClientRect().top - line.top;
  if (Math.abs(moved) > 2) window.scrollBy({ top: moved, behavior: "instant" });
});

/** Letters become larger or smaller: the line that was at the top of the window stays there. */
export function keepPlace(): void {
  watch.disconnect();
  isFirst = true;
  const main = document.querySelector("main");
  if (main) watch.observe(main);
  noteLine();
}
