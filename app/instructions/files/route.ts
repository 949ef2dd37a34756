import { attachToAnswer } from "@/bulletin/post/answerFiles";
import { fileOf, taking } from "@/lib/handler";

/** Takes a file that goes with an office's answer. */
export function POST(request: Request): Promise<Response> {
  return taking("attachToAnswer", request, async (actor, data) => {
    const file = await fileOf(data, "attachment");
    return attachToAnswer(actor, String(data.get("forwardId")), file);
  });
}
