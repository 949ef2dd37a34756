import { openNoticeLine } from "@/bulletin/post/noticeLine";
import { isQuiet, postSettings } from "@/bulletin/post/settings";
import { now } from "@/lib/clock";
import { reading } from "@/lib/handler";
import { eventStream } from "@/lib/stream";

export const dynamic = "force-dynamic";

/** What the person is told, as it comes; `null` where something may have been missed. In quiet hours without a word. */
export function GET(request: Request): Promise<Response> {
  return reading(async (actor) => {
    const settings = await postSettings();
    return eventStream(actor, request, (send) =>
      openNoticeLine(actor.id, (notice) => {
        if (!notice) return send("null");
        const { id, kind, values, href, issueId } = notice;
        send(JSON.stringify({ id, kind, values, href, issueId, quiet: isQuiet(settings, now()) }));
      }),
    );
  });
}
