import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { contrastCookie } from "@/lib/contrast";
import { isSize, readingSizes, type Size, sizeCookie } from "./size";

const looks: Record<Size, string> = { small: "text-lead", middle: "text-[24px]", large: "text-[28px]" };
const aYear = { path: "/", sameSite: "lax", maxAge: 365 * 86_400 } as const;
const pressed = "aria-pressed:border-b-[3px] aria-pressed:border-ink aria-pressed:font-bold";

/** 小 中 大, each in its own size; remembered in this browser. */
export async function SizeChoice({ size }: { size: Size | "unset" }) {
  const say = await getTranslations("read.sizes");
  async function choose(data: FormData): Promise<void> {
    "use server";
    const wanted = String(data.get("size"));
    if (isSize(wanted)) (await cookies()).set(sizeCookie, wanted, aYear);
  }
  return (
    <form action={choose} className="flex items-center gap-1">
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
    </form>
  );
}

/** Black on white, for weak eyes and bright rooms. */
export async function ContrastChoice({ contrast }: { contrast: boolean }) {
  const say = await getTranslations("read.sizes");
  async function choose(): Promise<void> {
    "use server";
    (await cookies()).set(contrastCookie, contrast ? "" : "high", aYear);
  }
  return (
    <form action={choose}>
      <button type="submit" aria-pressed={contrast} className={`min-h-11 px-2 ${pressed}`}>
        {say("contrast")}
      </button>
    </form>
  );
}
