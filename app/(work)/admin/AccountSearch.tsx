import { useTranslations } from "next-intl";
import { longestAccountSearch } from "@/bulletin/people/accountList";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";

/** Among two thousand accounts one is looked for by what is known of it. */
export function AccountSearch({ part, text }: { part: "accounts" | "roles"; text: string }) {
  const say = useTranslations("admin");
  return (
    <form action="/admin" className="flex items-center gap-2">
      <input type="hidden" name="part" value={part} />
      <input
        type="search"
        name="text"
        aria-label={say("accountSearch")}
        placeholder={say("accountSearchHint")}
        defaultValue={text}
        maxLength={longestAccountSearch}
        className={boxClass(false, "w-64 min-w-0")}
      />
      <Button type="submit">{say("find")}</Button>
    </form>
  );
}
