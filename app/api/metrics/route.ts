import { exposition } from "@/lib/metrics";
import { mayScrape } from "@/lib/scraping";

export const dynamic = "force-dynamic";

/** Figures for Prometheus. No names, no texts, no ids; still only for whoever watches over the machine. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (!mayScrape(request.headers)) return new Response(null, { status: 404, headers });
  const { text, type } = await exposition();
  return new Response(text, { headers: { ...headers, "content-type": type } });
}
