import { useTranslations } from "next-intl";
import { type QueueFilter, type QueueView, queueViews } from "@/bulletin/desk/queueFilter";
import { toldCount, type ViewCounts } from "@/bulletin/desk/viewCounts";
import { Tabs } from "@/components/Tabs";
import { hrefOf } from "./href";

const apart: QueueView[] = ["adopted", "week"];
const quiet: QueueView[] = ["priority", "needsCheck", "again", "merged"];

export function Views({
  filter,
  counts,
  search,
}: {
  filter: QueueFilter;
  counts: ViewCounts;
  search: Record<string, string>;
}) {
  const say = useTranslations("desk");
  const shown = queueViews.filter((view) => !quiet.includes(view) || counts[view] || view === filter.view);
  return (
    <div className="px-8 max-sm:px-4">
      <Tabs
        name={say("viewsName")}
        tabs={shown.map((view) => ({
          href: hrefOf(search, { view, page: undefined, item: undefined }),
          label: say(`views.${view}`),
          count: toldCount(counts, view, filter),
          current: view === filter.view,
          apart: apart.includes(view),
        }))}
      />
    </div>
  );
}
