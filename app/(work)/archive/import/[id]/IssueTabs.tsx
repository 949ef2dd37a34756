import { useTranslations } from "next-intl";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { type Tab, Tabs } from "@/components/Tabs";
import { aroundOf } from "./aroundOf";
import { IssueJump } from "./IssueJump";

/** The issues of a file: those around the present one, and the way to the others. A file can hold ten years. */
export function IssueTabs({ id, issues, at }: { id: string; issues: Waiting["issues"]; at: number }) {
  const say = useTranslations("imports");
  if (issues.length < 2) return null;
  const { from, to, before, after } = aroundOf(issues.length, at, (each) => isLacking(issues[each]));
  const isOfYears = new Set(issues.map(({ said }) => said.year)).size > 1;
  const nameOf = (index: number): string => {
    const { number, year } = issues[index]?.said ?? {};
    if (!number) return say("noNumberTab", { at: index + 1 });
    return isOfYears && year ? say("yearNumberTab", { year: String(year), number }) : say("numberTab", { number });
  };
  const tab = (index: number, label = nameOf(index)): Tab => ({
    href: `/archive/import/${id}?issue=${index}`,
    label,
    current: index === at,
  });
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
      {to - from < issues.length && <IssueJump id={id} names={issues.map((_, index) => nameOf(index))} at={at} />}
    </div>
  );
}

function isLacking(issue: Waiting["issues"][number] | undefined): boolean {
  return Boolean(issue && !issue.said.leftOut && issue.said.missing.length);
}
