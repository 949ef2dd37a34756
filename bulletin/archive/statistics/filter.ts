import { z } from "zod";
import { line, optionalDay, optionalId } from "../../text/fields";

const number = (min: number, max: number) => z.coerce.number().int().min(min).max(max).nullable().catch(null);

export const periodKinds = ["issues", "year", "quarter", "month", "week", "days"] as const;

/** No section has this title: an item without one is asked for by it. */
export const noSection = "-";

/** How the page is asked for. Nonsense counts as not said; what is not said is chosen by `selectionOf`. */
export const statisticsFilter = z.object({
  /** `all`: every publication. */
  publication: z
    .union([z.literal("all"), optionalId])
    .nullable()
    .catch(null),
  period: z.enum(periodKinds).nullable().catch(null),
  year: number(1949, 2200),
  /** Of a quarter or a month. */
  part: number(1, 12),
  /** Of issues: their numbers. */
  first: number(1, 9_999),
  last: number(1, 9_999),
  /** Of days. */
  from: optionalDay.catch(null),
  to: optionalDay.catch(null),
  /** By its title; `noSection` for items that name none. */
  section: line(60).catch(""),
  officeKind: z.enum(["secretariat", "county", "committee"]).nullable().catch(null),
});

export type StatisticsFilter = z.output<typeof statisticsFilter>;
