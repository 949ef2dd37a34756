import { isForPage } from "@/components/useShortcut";
import { open } from "./opens";
import { step, toNext } from "./place";

/** A key with a meaning on this page: those that a button carries (`data-key`), and those of the stories. */
export function onKey(event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  if (key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    const search = document.querySelector<HTMLElement>("[data-opens='search']");
    if (search && !document.querySelector("dialog[open]")) void open(search);
    return;
  }
  if (!isForPage(event)) return;
  const button = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const run = button ? () => button.click() : plain[key];
  if (!run) return;
  event.preventDefault();
  run();
}

const plain: Record<string, () => void> = {
  arrowleft: () => step(false),
  arrowright: () => step(true),
  n: toNext,
};
