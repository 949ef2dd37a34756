import { statisticsFilter } from "@/bulletin/archive/statistics/filter";
import { noticeFor } from "@/bulletin/archive/statistics/notice";
import { downloading } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** The notice (通报) of what the page shows, as a PDF, or with `as=docx` as a Word file. */
export function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return downloading(request, (actor) =>
    noticeFor(actor, statisticsFilter.parse(asked), asked.as === "docx" ? "docx" : "pdf"),
  );
}
