import { imageFor } from "@/bulletin/intake/images";
import { reading } from "@/lib/handler";

export function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return reading(async (actor) => {
    const { type, bytes } = await imageFor(actor, (await params).id);
    return new Response(new Uint8Array(bytes), {
      headers: { "content-type": type, "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
    });
  });
}
