/**
 * What stays open until somebody closes it (lines of server-sent events), so that the server can close it
 * when it is told to stop. Kept on `globalThis`, since Next's bundles and the server around them have this
 * file twice.
 */
const kept = globalThis as { bianfaOpen?: { closes: Set<() => void>; isOver: boolean } };
kept.bianfaOpen ??= { closes: new Set(), isOver: false };
const open = kept.bianfaOpen;

/** Remembers how to close it, and closes it at once where the end has come already; the returned function forgets it again. */
export function closedAtTheEnd(close: () => void): () => void {
  open.closes.add(close);
  if (open.isOver) queueMicrotask(close);
  return () => void open.closes.delete(close);
}

/** Closes all that is open; a browser lays its line anew, to whoever serves by then. */
export function closeWhatIsOpen(): void {
  open.isOver = true;
  for (const close of [...open.closes]) close();
}
