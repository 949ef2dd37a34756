import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Asking } from "./holding";
import { isWaiting, type QueueFilter, type QueueView, queueViews, viewed } from "./queueFilter";

/** What waits is counted to the last item; of what was handled over the years, the view that is open as far as this. */
const mostCounted = 1_000;
/** Of the other views one sees whether there is anything; nobody needs to know more. */
const mostTold = 100;

/** How many stand in a view; null where it was not counted. */
export type ViewCounts = Record<QueueView, number | null>;

/** How far a view is counted. By a text or by days each that is not open would have to be read through. */
export function countedTo(view: QueueView, { view: open, text, from, to }: Counting): number {
  if (view === open) return text || from || to ? mostTold : mostCounted;
  return text || from || to ? 0 : mostTold;
}

type Counting = Pick<QueueFilter, "view" | "text" | "from" | "to">;

/** Whether there are more than were counted. */
export function isBeyond(counts: ViewCounts, view: QueueView, filter: Counting): boolean {
  return !isWaiting(view) && (counts[view] ?? 0) > countedTo(view, filter);
}

/** The number of a view as it is told: true, or that there are more; undefined where it was not counted. */
export function toldCount(counts: ViewCounts, view: QueueView, filter: Counting): number | string | undefined {
  return isBeyond(counts, view, filter) ? `${countedTo(view, filter)}+` : (counts[view] ?? undefined);
}

/** Those of all views, within what the person may see and the filter leaves. `asking` is how the handled ones are asked for. */
export async function countsOf(
  within: Prisma.ItemWhereInput,
  filter: QueueFilter,
  asking: Asking,
): Promise<ViewCounts> {
  const handled = queueViews.filter((view) => !isWaiting(view));
  const [groups, ...counts] = await Promise.all([
    db.item.groupBy({
      by: ["priority", "needsCheck", "submissions"],
      where: { AND: [within, viewed("open")] },
      _count: true,
    }),
    ...handled.map((view) => {
      const most = countedTo(view, filter);
      // In the order of an index of the desk: in that of their ids, which Prisma takes otherwise, all would be sorted first.
      const orderBy = { [filter.from || filter.to ? "date" : "submittedAt"]: "desc" as const };
      const where = { AND: [within, viewed(view)] };
      return most ? asking((tx) => tx.item.count({ where, orderBy, take: most + 1 })) : null;
    }),
  ]);
  const sum = (of: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(of).reduce((all, { _count }) => all + _count, 0);
  return {
    ...(Object.fromEntries(handled.map((view, at) => [view, counts[at] ?? null])) as ViewCounts),
    open: sum(() => true),
    priority: sum(({ priority }) => priority),
    needsCheck: sum(({ needsCheck }) => needsCheck),
    again: sum(({ submissions }) => submissions > 1),
  };
}
