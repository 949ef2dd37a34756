import { attachmentFor } from "@/bulletin/intake/attachments";
import { reading } from "@/lib/handler";

/** Always as a download, whatever it is: nothing that an office sent is opened on this address. */
export function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return reading(async (actor) => {
    const { name, bytes } = await attachmentFor(actor, (await params).id);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
