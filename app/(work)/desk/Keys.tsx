import { useTranslations } from "next-intl";
import { Key } from "@/components/Button";

/** Every act carries its key; this line says them all. */
export function Keys() {
  const say = useTranslations("desk.keys");
  const keys = [
    ["J", "K", say("step")],
    ["A", say("adopt")],
    ["R", say("return")],
    ["D", say("decline")],
    ["M", say("merge")],
    ["F", say("flag")],
  ];
  return (
    <p className="flex min-h-11 flex-wrap items-center gap-x-5 border-t border-line-2 px-8 text-ink-3 max-lg:hidden">
      {keys.map((parts) => (
        <span key={parts.at(-1)} className="inline-flex items-center gap-1.5">
          {parts.slice(0, -1).map((key) => (
            <Key key={key}>{key}</Key>
          ))}
          {parts.at(-1)}
        </span>
      ))}
    </p>
  );
}
