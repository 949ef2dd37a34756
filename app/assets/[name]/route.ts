import { asset } from "@/app/document/assets";
import { encoded, takenEncoding } from "@/lib/encoded";

/** The scripts and the look of whole documents: the same for everybody, also for nobody, and for good. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const encoding = takenEncoding(request.headers, ["br", "gzip"]);
  const bytes = asset(name, encoding);
  if (!bytes) return new Response(null, { status: 404 });
  const type = `${name.endsWith(".css") ? "text/css" : "text/javascript"}; charset=utf-8`;
  const forGood = "public, max-age=31536000, immutable";
  const headers = encoding ? encoded(encoding, forGood) : { "cache-control": forGood };
  return new Response(bytes, { headers: { ...headers, "content-type": type } });
}
