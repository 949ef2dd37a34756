import { itemFromFile } from "@/bulletin/intake/fromFile";
import { fileOf, taking } from "@/lib/handler";

export function POST(request: Request): Promise<Response> {
  return taking("importItem", request, async (actor, data) => itemFromFile(actor, (await fileOf(data, "file")).bytes));
}
