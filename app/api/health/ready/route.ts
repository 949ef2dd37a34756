import { db } from "@/lib/db";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** Ready to work: the database answers and its first table is there. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    await db.setting.findFirst({ select: { key: true } });
    return Response.json({ ready: true }, { headers });
  } catch (error) {
    log.warn({ error: String(error) }, "not ready");
    return Response.json({ ready: false }, { status: 503, headers });
  }
}
