import { anchorsFile, anchorsForAuditor } from "@/bulletin/record/anchors";
import { downloading } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** The anchors of all days as the file outside has them, for `audit verify --anchors`. */
export function GET(request: Request): Promise<Response> {
  return downloading(request, async (actor) => ({
    bytes: new TextEncoder().encode(await anchorsForAuditor(actor)),
    name: anchorsFile,
    type: "text/plain; charset=utf-8",
  }));
}
