import { ActForm } from "@/app/document/ActForm";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { readingSizes, type Size } from "./size";

const looks: Record<Size, string> = { small: "text-lead", middle: "text-[24px]", large: "text-[28px]" };
const pressed = "aria-pressed:border-b-[3px] aria-pressed:border-ink aria-pressed:font-bold";

/** 小 中 大, each in its own size; remembered in this browser. */
export function SizeChoice({ size, locale }: { size: Size | "unset"; locale: Language }) {
  const say = sayIn(locale, "read.sizes");
  return (
    <ActForm act="size" className="flex flex-wrap items-center gap-x-2">
      <span className="text-ink-2">{say("name")}</span>
      {readingSizes.map((each) => (
        <button
          key={each}
          type="submit"
          name="size"
          value={each}
          aria-pressed={each === size || (size === "unset" && each === "middle")}
          className={`min-h-11 min-w-11 ${looks[each]} ${pressed}`}
        >
          {say(each)}
        </button>
      ))}
    </ActForm>
  );
}

/** Black on white, for weak eyes and bright rooms. */
export function ContrastChoice({ contrast, locale }: { contrast: boolean; locale: Language }) {
  const say = sayIn(locale, "read.sizes");
  return (
    <ActForm act="contrast" hidden={{ contrast: contrast ? "" : "high" }}>
      <button type="submit" aria-pressed={contrast} className={`min-h-11 ${pressed}`}>
        {say("contrast")}
      </button>
    </ActForm>
  );
}
