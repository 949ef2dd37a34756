import { fileCopyFor } from "@/bulletin/press/fileCopy";
import { downloading } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** The signed pages with what leaders wrote over them, for the files of the secretariat. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return downloading(request, async (actor) => fileCopyFor(actor, (await params).id));
}
