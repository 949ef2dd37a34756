import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { isSize, readingSizes, type Size, sizeCookie } from "./size";

const looks: Record<Size, string> = { small: "text-body", middle: "text-lead", large: "text-title" };

/** 小 中 大, each in its own size; remembered in this browser. */
export async function SizeChoice({ size }: { size: Size }) {
  const say = await getTranslations("read.sizes");
  async function choose(data: FormData): Promise<void> {
    "use server";
    const wanted = String(data.get("size"));
    if (isSize(wanted)) (await cookies()).set(sizeCookie, wanted, { path: "/", sameSite: "lax", maxAge: 365 * 86_400 });
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
          aria-pressed={each === size}
          className={`min-h-11 min-w-11 ${looks[each]} ${each === size ? "border-b-[3px] border-ink font-bold" : "text-ink-2"}`}
        >
          {say(each)}
        </button>
      ))}
    </form>
  );
}
