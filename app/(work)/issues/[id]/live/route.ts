import { workedIssue } from "@/bulletin/desk/worked";
import { reading } from "@/lib/handler";
import { listen } from "@/lib/live";
import { actorOfRequest } from "@/lib/session";

export const dynamic = "force-dynamic";

/** Tells an open page that the issue has changed; what changed it reads by itself, with its own right. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return reading(async (actor) => {
    const { id } = await params;
    await workedIssue(actor, id);
    const stream = streamOf(request.signal, id);
    return new Response(stream, {
      headers: { "content-type": "text/event-stream", "cache-control": "private, no-store", "x-accel-buffering": "no" },
    });
  });
}

/** A heartbeat keeps proxies from closing the line, and ends it when the session has ended. */
const heartbeat = 20_000;

function streamOf(signal: AbortSignal, issueId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (line: string) => controller.enqueue(encoder.encode(`${line}\n\n`));
      send(": open");
      const stop = await listen((topic) => (topic === `issue:${issueId}` || topic === "*") && send("data: changed"));
      const stillSignedIn = await actorOfRequest();
      const timer = setInterval(async () => ((await stillSignedIn()) ? send(": still") : end()), heartbeat);
      const end = () => {
        clearInterval(timer);
        stop();
        if (!signal.aborted) controller.close();
      };
      signal.addEventListener("abort", end, { once: true });
    },
  });
}
