import { hindrance } from "@/lib/hindrance";

const pause = 3_000;

/**
 * On a page that did not open: whether something hinders the server, and what. The page says so then, looks again
 * every few seconds, and opens by itself once the server can work.
 */
export async function waitUntilReady(wasHindered = false): Promise<void> {
  if (!document.querySelector("[data-failed]")) return;
  const found = await hindrance();
  if (!found) {
    if (wasHindered) location.reload();
    return;
  }
  for (const words of document.querySelectorAll<HTMLElement>("[data-hindrance]"))
    words.hidden = words.dataset.hindrance !== found;
  setTimeout(() => void waitUntilReady(true), pause);
}
