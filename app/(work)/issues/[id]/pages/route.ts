import { askPages, drawnPages, pagesSchema } from "@/bulletin/press/pages";
import { asking } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** The true pages, as far as the browser does not have them; asked by POST since the text goes along. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return asking(
    request,
    pagesSchema,
    async (actor, input) => drawnPages(actor, { ...input, id: (await params).id }),
    askPages,
  );
}
