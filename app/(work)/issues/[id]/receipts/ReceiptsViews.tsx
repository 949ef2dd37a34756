import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { receiptsFilter } from "@/bulletin/post/receipts";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { Tabs } from "@/components/Tabs";

type Props = {
  issueId: string;
  filter: z.output<typeof receiptsFilter>;
  sums: { all: number; opened: number; acknowledged: number };
};

/** All, or those to ask after; and one person by name. */
export function ReceiptsViews({ issueId, filter, sums }: Props) {
  const say = useTranslations("receipts");
  const counts = {
    all: sums.all,
    unopened: sums.all - sums.opened,
    unacknowledged: sums.all - sums.acknowledged,
    acknowledged: sums.acknowledged,
  };
  return (
    <div className="flex flex-wrap items-end justify-between gap-4 pb-2">
      <Tabs
        name={say("views.name")}
        tabs={(Object.keys(counts) as (keyof typeof counts)[]).map((view) => ({
          href: `/issues/${issueId}/receipts?view=${view}`,
          label: say(`views.${view}`),
          count: counts[view],
          current: filter.view === view,
        }))}
      />
      <form action={`/issues/${issueId}/receipts`} className="flex items-center gap-2">
        <input type="hidden" name="view" value={filter.view} />
        <input
          name="name"
          aria-label={say("byName")}
          placeholder={say("byName")}
          defaultValue={filter.name}
          className={boxClass(false, "w-40!")}
        />
        <Button type="submit">{say("find")}</Button>
      </form>
    </div>
  );
}
