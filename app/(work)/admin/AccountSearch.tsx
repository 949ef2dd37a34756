import { useTranslations } from "next-intl";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";

/** Among two thousand accounts one is looked for by what is known of it. */
export function AccountSearch({ part, text }: { part: "accounts" | "roles"; text: string }) {
  const say = useTranslations("admin");
  return (
    <form action="/admin" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="part" value={part} />
      <input
        type="search"
        name="text"
        aria-label={say("accountSearch")}
        placeholder={say("accountSearch")}
        defaultValue={text}
        className={boxClass(false, "w-64")}
      />
      <Button type="submit">{say("find")}</Button>
    </form>
  );
}

/** Where a page of what was found stands. */
export function hrefOfAccounts(part: "accounts" | "roles", text: string, page: number): string {
  return `/admin?${new URLSearchParams({ part, ...(text && { text }), page: String(page) })}`;
}
