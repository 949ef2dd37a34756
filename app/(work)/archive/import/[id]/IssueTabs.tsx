import { useTranslations } from "next-intl";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { type Tab, Tabs } from "@/components/Tabs";

/** So many issues stand side by side in one row of a desk. */
const most = 10;

/** The issues of a file: those around the present one, and how many come before and after them. A file can hold ten years. */
export function IssueTabs({ id, issues, at }: { id: string; issues: Waiting["issues"]; at: number }) {
  const say = useTranslations("imports");
  if (issues.length < 2) return null;
  const from = Math.max(0, Math.min(at - most / 2, issues.length - most));
  const to = Math.min(issues.length, from + most);
  const tab = (index: number, label: string): Tab => ({
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
          ...issues
            .slice(from, to)
            .map(({ said: { number } }, index) =>
              tab(from + index, number ? say("numberTab", { number }) : say("noNumberTab", { at: from + index + 1 })),
            ),
          ...(to < issues.length ? [tab(to, say("issuesAfter", { count: issues.length - to }))] : []),
        ]}
      />
    </div>
  );
}
