import { useTranslations } from "next-intl";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { type Tab, Tabs } from "@/components/Tabs";
import { aroundOf } from "./aroundOf";

/** The issues of a file: those around the present one, and the way to the others. A file can hold ten years. */
export function IssueTabs({ id, issues, at }: { id: string; issues: Waiting["issues"]; at: number }) {
  const say = useTranslations("imports");
  if (issues.length < 2) return null;
  const { from, to, before, after } = aroundOf(issues.length, at, (each) => isLacking(issues[each]));
  const tab = (index: number, label?: string): Tab => {
    const number = issues[index]?.said.number;
    const own = number ? say("numberTab", { number }) : say("noNumberTab", { at: index + 1 });
    return { href: `/archive/import/${id}?issue=${index}`, label: label ?? own, current: index === at };
  };
  return (
    <div className="px-8 max-sm:px-4">
      <Tabs
        name={say("issuesOfFile")}
        tabs={[
          ...(from > 0 ? [tab(from - 1, say("issuesBefore", { count: from }))] : []),
          ...(before === null ? [] : [tab(before)]),
          ...Array.from({ length: to - from }, (_, index) => tab(from + index)),
          ...(after === null ? [] : [tab(after)]),
          ...(to < issues.length ? [tab(to, say("issuesAfter", { count: issues.length - to }))] : []),
        ]}
      />
    </div>
  );
}

function isLacking(issue: Waiting["issues"][number] | undefined): boolean {
  return Boolean(issue && !issue.said.leftOut && issue.said.missing.length);
}
