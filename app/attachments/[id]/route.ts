import { attachmentFor } from "@/bulletin/intake/attachments";
import { downloading } from "@/lib/handler";

/** Always as a download, whatever it is: nothing that an office sent is opened on this address. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return downloading(request, async (actor) => {
    const { name, bytes } = await attachmentFor(actor, (await params).id);
    return { name, bytes, type: "application/octet-stream" };
  });
}
