import { suggest } from "@/bulletin/archive/search/suggest";
import { maySearch } from "@/bulletin/policy";
import { reading } from "@/lib/handler";
import { missing } from "@/lib/refusal";

/** What is suggested while somebody types: of what they may see, and only that. */
export function GET(request: Request): Promise<Response> {
  return reading(async (actor) => {
    if (!maySearch(actor)) throw missing();
    const q = new URL(request.url).searchParams.get("q") ?? "";
    return Response.json(await suggest(actor, { q: q.slice(0, 400) }), {
      headers: { "cache-control": "private, no-store" },
    });
  });
}
