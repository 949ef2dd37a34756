import { fileFor } from "@/bulletin/press/file";
import { downloading } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** The issue as PDF; with `?for=print` it is opened for the printer. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const print = new URL(request.url).searchParams.get("for") === "print";
  return downloading(request, async (actor) => fileFor(actor, (await params).id, print ? "print" : "pdf"), print);
}
