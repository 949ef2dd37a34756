import { createTranslator } from "use-intl/core";
import zh from "@/messages/zh-CN";
import type { Notice } from "./notices";

const say = createTranslator({ locale: "zh-CN", messages: zh, namespace: "notices.subjects" });

/** The subject of a mail: of which publication or by whom, and nothing of any text. */
export function subjectOf({ kind, values }: Pick<Notice, "kind" | "values">): string {
  return say(kind as never, values as never);
}
