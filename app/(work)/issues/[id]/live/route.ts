import { workedIssue } from "@/bulletin/desk/worked";
import { reading } from "@/lib/handler";
import { listen } from "@/lib/live";
import { log } from "@/lib/log";
import { actorOfRequest } from "@/lib/session";

export const dynamic = "force-dynamic";

/** A heartbeat keeps proxies from closing the line, and ends it when the session has ended. */
const heartbeat = 20_000;

/** Tells an open page that the issue has changed; what changed it reads by itself, with its own right. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return reading(async (actor) => {
    const { id } = await params;
    await workedIssue(actor, id);
    const stillSignedIn = await actorOfRequest();
    return new Response(
      streamOf(request.signal, `issue:${id}`, async () => (await stillSignedIn()) !== null),
      {
        headers: {
          "content-type": "text/event-stream",
          "cache-control": "private, no-store",
          "x-accel-buffering": "no",
        },
      },
    );
  });
}

function streamOf(
  signal: AbortSignal,
  wanted: string,
  stillSignedIn: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    async start(controller) {
      let open = true;
      let stop = () => {};
      const send = (line: string) => {
        if (open) controller.enqueue(encoder.encode(`${line}\n\n`));
      };
      const beat = async () => {
        try {
          if (await stillSignedIn()) send(": still");
          else end();
        } catch (error) {
          // The database is away: the browser reconnects by itself and is asked again then.
          log.warn({ error: String(error) }, "a live line could not be checked");
          end();
        }
      };
      const timer = setInterval(() => void beat(), heartbeat);
      end = () => {
        if (!open) return;
        open = false;
        clearInterval(timer);
        stop();
        if (!signal.aborted) controller.close();
      };
      signal.addEventListener("abort", end, { once: true });
      send(": open");
      stop = await listen((topic) => {
        if (topic === wanted || topic === "*") send("data: changed");
      });
      // Whoever left while the line was being laid is not there to be told.
      if (!open || signal.aborted) stop();
    },
    cancel: () => end(),
  });
}
