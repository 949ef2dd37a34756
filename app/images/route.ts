import { takeImage } from "@/bulletin/intake/images";
import { fileOf, taking } from "@/lib/handler";

export function POST(request: Request): Promise<Response> {
  return taking("takeImage", request, async (actor, data) => takeImage(actor, (await fileOf(data, "image")).bytes));
}
