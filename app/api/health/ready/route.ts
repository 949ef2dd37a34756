import { readiness } from "@/lib/ready";

export const dynamic = "force-dynamic";

/** 200 where this process can work, else 503; either way with a word for each thing that was looked at. */
export async function GET(): Promise<Response> {
  const found = await readiness();
  return Response.json(found, { status: found.ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
