import { getTranslations } from "next-intl/server";
import type { Actor } from "./actor";
import { closedAtTheEnd } from "./ending";
import { log } from "./log";
import { actorOfRequest } from "./session";

/** A heartbeat keeps proxies from closing the line, and ends it when the session has ended. */
const heartbeat = 20_000;

/** Lines of one person that are open at once, in each web process: more pages than anybody has open. */
const linesOfOne = 60;
const kept = globalThis as { bianfaLines?: Map<string, number> };
kept.bianfaLines ??= new Map();
const linesOf = kept.bianfaLines;

/** One line more of that person; null where there are enough. What is returned gives the place back. */
function placeFor(id: string): (() => void) | null {
  const before = linesOf.get(id) ?? 0;
  if (before >= linesOfOne) return null;
  linesOf.set(id, before + 1);
  return () => {
    const left = (linesOf.get(id) ?? 1) - 1;
    if (left) linesOf.set(id, left);
    else linesOf.delete(id);
  };
}

/**
 * Server-sent events for whoever is signed in. `lay` is given what sends a line and returns what takes
 * the line up again. Nothing is sent that the person could not read; a line broken off is laid anew by
 * the browser. Refused (429): more lines than one person has pages open.
 */
export async function eventStream(
  { id }: Actor,
  request: Request,
  lay: (send: (data: string) => void) => Promise<() => void>,
  /** Asked again before anything is told, and at each heartbeat: a right that was taken away ends the line. */
  mayStill: (actor: Actor) => Promise<boolean> = async () => true,
): Promise<Response> {
  // A line of which only the head is asked for would never end: nobody reads it, and nobody breaks it off.
  if (request.method === "HEAD") return new Response(null, { status: 405, headers: { "cache-control": "no-store" } });
  const stillSignedIn = await actorOfRequest();
  const giveBack = placeFor(id);
  if (!giveBack) {
    const say = await getTranslations("web");
    const headers = { "cache-control": "private, no-store", "content-type": "text/plain; charset=utf-8" };
    return new Response(say("lines"), { status: 429, headers });
  }
  const check = async () => {
    const actor = await stillSignedIn();
    return actor !== null && (await mayStill(actor));
  };
  const stream = streamOf(request.signal, lay, check, giveBack);
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    },
  });
}

function streamOf(
  signal: AbortSignal,
  lay: (send: (data: string) => void) => Promise<() => void>,
  stillSignedIn: () => Promise<boolean>,
  giveBack: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    async start(controller) {
      let open = true;
      let stop = () => {};
      const write = (line: string) => {
        if (open) controller.enqueue(encoder.encode(`${line}\n\n`));
      };
      const beat = async (line = ": still") => {
        if (!open) return;
        try {
          if (await stillSignedIn()) write(line);
          else end();
        } catch (error) {
          // The database is away: the browser reconnects by itself and is asked again then.
          log.warn({ error }, "a live line could not be checked");
          end();
        }
      };
      const timer = setInterval(() => void beat(), heartbeat);
      const forget = closedAtTheEnd(() => end());
      end = () => {
        if (!open) return;
        open = false;
        clearInterval(timer);
        forget();
        giveBack();
        stop();
        try {
          controller.close();
        } catch {
          // The browser has gone already: there is nothing left to close.
        }
      };
      signal.addEventListener("abort", end, { once: true });
      write(": open");
      // One after the other, in the order in which they came; each only to somebody who is still signed in.
      let telling = Promise.resolve();
      const tell = (data: string) => {
        telling = telling.then(() => beat(`data: ${data}`));
      };
      try {
        stop = await lay(tell);
      } catch (error) {
        // The database is away: the browser comes back by itself.
        log.warn({ error }, "a live line could not be laid");
        end();
      }
      // Whoever left while the line was being laid is not there to be told.
      if (!open) stop();
      else if (signal.aborted) end();
    },
    cancel: () => end(),
  });
}
