import { workedIssue } from "@/bulletin/desk/worked";
import { isSecretariat } from "@/bulletin/policy";
import { reading } from "@/lib/handler";
import { listen } from "@/lib/live";
import { eventStream } from "@/lib/stream";

export const dynamic = "force-dynamic";

/** Tells an open page that the issue has changed; what changed it reads by itself, with its own right. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return reading(async (actor) => {
    const { id } = await params;
    await workedIssue(actor, id);
    const lay = (send: (data: string) => void) =>
      listen((topic) => {
        if (topic === `issue:${id}` || topic === "*") send("changed");
      });
    return eventStream(actor, request, lay, async (present) => isSecretariat(present));
  });
}
