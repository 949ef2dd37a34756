"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActDialog } from "@/components/ActDialog";
import { Button } from "@/components/Button";
import { SelectField } from "@/components/Field";
import { listed } from "@/lib/listed";
import { mergeAction } from "./actions";
import type { OpenIssue } from "./PaneActs";

type Props = {
  item: { id: string; version: number; publicationId: string | null; section: string | null; title: string };
  issues: OpenIssue[];
  onDone: () => void;
};

/**
 * 合编: into an entry of an issue in work; those of the item's own publication and section stand first. Where there is
 * none yet it says what comes first.
 */
export function MergeDialog({ item, issues, onDone }: Props) {
  const say = useTranslations("merging");
  const act = useTranslations("acts.item");
  const pane = useTranslations("desk.pane");
  const locale = useLocale();
  const wished = (issue: OpenIssue, title: string) =>
    Number(issue.publicationId === item.publicationId) * 2 + Number(title === item.section);
  const groups = issues
    .flatMap((issue) =>
      issue.sections.map(({ title, entries }) => ({
        label: `${pane("issue", { publication: issue.publication.name, number: issue.tentative, series: issue.series })}　${title}`,
        rank: wished(issue, title),
        options: entries.map((entry) => ({
          value: entry.id,
          label: say("entry", { offices: listed(entry.offices, locale), title: entry.title }),
        })),
      })),
    )
    .filter(({ options }) => options.length)
    .sort((a, b) => b.rank - a.rank);
  if (!groups.length)
    return (
      <span className="flex flex-wrap items-center gap-x-3">
        <Button disabled>{act("merge")}</Button>
        <span className="text-ink-3">{say("adoptFirst")}</span>
      </span>
    );
  return (
    <ActDialog
      verb={act("merge")}
      title={say("title", { title: item.title })}
      action={mergeAction as never}
      hidden={{ itemId: item.id, version: item.version }}
      shortcut="M"
      onDone={onDone}
    >
      <div className="grid gap-3">
        <SelectField name="entryId" label={say("into")} groups={groups} required />
        <p className="text-ink-2">{say("fact")}</p>
        <p className="text-ink-2">{say("adoptFirst")}</p>
      </div>
    </ActDialog>
  );
}
