import type { Actor } from "@/lib/actor";
import type { StatisticsFilter } from "./filter";
import { pendingCount } from "./list";
import { overTime, withSent } from "./overTime";
import { type Selection, selectionOf } from "./selection";
import { silentNow } from "./silence";
import { countsOf, nothing, sumOf, type Tally } from "./tallies";

export type OfficeTally = Selection["offices"][number] & { tally: Tally };

/**
 * The page as a whole: the figures, office by office in the order of the roster, along the period (left out
 * without `along`), and who is silent this week. The sum is over all offices, so that a closed one counts for
 * its time.
 */
export async function overview(actor: Actor, filter: StatisticsFilter, { along: isAlong = true } = {}) {
  const selection = await selectionOf(actor, filter);
  const { scope } = selection;
  const [{ tallies, days, answer }, along, silent, pending] = await Promise.all([
    countsOf(scope),
    isAlong ? overTime(selection) : [],
    silentNow(selection),
    pendingCount(scope),
  ]);
  return {
    ...{ selection, tallies, answer, silent, pending },
    offices: officesOf(selection, tallies),
    total: sumOf(tallies.values()),
    points: withSent(along, days),
  };
}

export type Overview = Awaited<ReturnType<typeof overview>>;

/** A closed office stands there as long as it has figures, the house's own only where it sent something itself. */
function officesOf({ offices, period, whole }: Selection, tallies: Map<string, Tally>): OfficeTally[] {
  return offices
    .map((office) => ({ ...office, tally: tallies.get(office.id) ?? nothing }))
    .filter(({ tally, kind, closedOn }) => {
      if (tally.sent || tally.adopted || !whole) return true;
      return kind !== "secretariat" && (!closedOn || closedOn >= period.from);
    });
}
