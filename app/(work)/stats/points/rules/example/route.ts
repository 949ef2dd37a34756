import { askExample, exampleOf, exampleSchema } from "@/bulletin/archive/points/example";
import { asking } from "@/lib/handler";

export const dynamic = "force-dynamic";

/** What last quarter would have been by the rules that are being written; asked by POST since they go along. */
export function POST(request: Request): Promise<Response> {
  return asking(
    request,
    exampleSchema,
    async (actor, input) => ({ tables: await exampleOf(actor, input) }),
    askExample,
  );
}
