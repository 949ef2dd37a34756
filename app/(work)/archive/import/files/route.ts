import { takeAll } from "@/bulletin/archive/import/takeAll";
import { fileOf, takingEach } from "@/lib/handler";

export function POST(request: Request): Promise<Response> {
  return takingEach("importFile", request, async function* (actor, data) {
    yield* takeAll(actor, await fileOf(data, "file"));
  });
}
