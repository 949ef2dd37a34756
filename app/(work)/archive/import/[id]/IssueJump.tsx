import { useTranslations } from "next-intl";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";

/** Straight to one issue of a file that holds more than stand in a row. */
export function IssueJump({ id, names, at }: { id: string; names: string[]; at: number }) {
  const say = useTranslations("imports");
  return (
    <form action={`/archive/import/${id}`} className="flex flex-wrap items-center gap-2 py-3">
      <label className="flex items-center gap-2">
        <span className="whitespace-nowrap text-ink-3">{say("issueOfFile", { count: names.length })}</span>
        <select key={at} name="issue" defaultValue={at} className={boxClass(false, "max-w-60")}>
          {names.map((name, index) => (
            <option key={index} value={index}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{say("goToIssue")}</Button>
    </form>
  );
}
