import { attach } from "@/bulletin/intake/attachments";
import { fileOf, taking } from "@/lib/handler";

export function POST(request: Request): Promise<Response> {
  return taking("attach", request, async (actor, data) => {
    const file = await fileOf(data, "attachment");
    return attach(actor, String(data.get("itemId")), file);
  });
}
