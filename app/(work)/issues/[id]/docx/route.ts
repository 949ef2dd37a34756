import { fileFor } from "@/bulletin/press/file";
import { downloading } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** The issue as a Word file. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return downloading(request, async (actor) => fileFor(actor, (await params).id, "docx"));
}
