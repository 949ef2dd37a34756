import { originalOf } from "@/bulletin/archive/import/waiting";
import { downloading } from "@/lib/handler";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return downloading(request, (actor) => originalOf(actor, id));
}
