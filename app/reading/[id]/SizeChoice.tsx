import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { contrastCookie, isSize, readingSizes, type Size, sizeCookie } from "./size";

const looks: Record<Size, string> = { small: "text-lead", middle: "text-[24px]", large: "text-[28px]" };
const aYear = { path: "/", sameSite: "lax", maxAge: 365 * 86_400 } as const;

/** 小 中 大, each in its own size; and black on white. Remembered in this browser. */
export async function SizeChoice({ size, contrast }: { size: Size | "unset"; contrast: boolean }) {
  const say = await getTranslations("read.sizes");
  async function choose(data: FormData): Promise<void> {
    "use server";
    const jar = await cookies();
    const wanted = String(data.get("size") ?? "");
    if (isSize(wanted)) jar.set(sizeCookie, wanted, aYear);
    const high = data.get("contrast");
    if (high !== null) jar.set(contrastCookie, high === "high" ? "high" : "", aYear);
  }
  return (
    <form action={choose} className="flex items-center gap-1">
      <span className="text-ink-2 max-sm:hidden">{say("name")}</span>
      {readingSizes.map((each) => (
        <button
          key={each}
          type="submit"
          name="size"
          value={each}
          aria-pressed={each === size || (size === "unset" && each === "middle")}
          className={`min-h-11 min-w-11 ${looks[each]} aria-pressed:border-b-[3px] aria-pressed:border-ink aria-pressed:font-bold`}
        >
          {say(each)}
        </button>
      ))}
      <button
        type="submit"
        name="contrast"
        value={contrast ? "usual" : "high"}
        aria-pressed={contrast}
        className="ml-2 min-h-11 px-2 whitespace-nowrap aria-pressed:border-b-[3px] aria-pressed:border-ink aria-pressed:font-bold"
      >
        {say("contrast")}
      </button>
    </form>
  );
}
