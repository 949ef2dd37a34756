import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import { formatDay, isDay } from "@/lib/dates";
import type { Values } from "@/lib/refusal";

/** A notice in words; days among its values as people write them. `say` is that of `notices.kinds`. */
export function noticeSentence(
  say: (key: never, values: never) => string,
  locale: string,
  { kind, values }: { kind: NoticeKind; values: Values },
): string {
  const shown = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "string" && isDay(value) ? formatDay(value, locale, { weekday: false }) : value,
  ]);
  return say(kind as never, Object.fromEntries(shown) as never);
}
