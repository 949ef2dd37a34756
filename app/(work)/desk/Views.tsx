import { useTranslations } from "next-intl";
import { countedTo, type QueueFilter, type QueueView, queueViews, type ViewCounts } from "@/bulletin/desk/queue";
import { Tabs } from "@/components/Tabs";
import { hrefOf } from "./href";

const apart: QueueView[] = ["adopted", "week"];
/** What waits is counted to the last one. */
const waits: QueueView[] = ["open", "priority", "needsCheck", "again"];
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
  const counted = (view: QueueView) => {
    const [count, most] = [counts[view] ?? undefined, countedTo(view, filter)];
    return count !== undefined && count > most && !waits.includes(view) ? `${most}+` : count;
  };
  const shown = queueViews.filter((view) => !quiet.includes(view) || counts[view] || view === filter.view);
  return (
    <div className="px-8 max-sm:px-4">
      <Tabs
        name={say("viewsName")}
        tabs={shown.map((view) => ({
          href: hrefOf(search, { view, page: undefined, item: undefined }),
          label: say(`views.${view}`),
          count: counted(view),
          current: view === filter.view,
          apart: apart.includes(view),
        }))}
      />
    </div>
  );
}
