import { type Day, fromColumn, laterDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { adoptedItems, type Scope, sentIn } from "./scope";

export const forms = ["story", "brief", "merged"] as const;
export type Form = (typeof forms)[number];

/** What an office, or all of them, sent and had adopted; of the adopted, how each was printed. */
export type Tally = { sent: number; adopted: number; last: Day | null } & Record<Form, number>;

export const nothing: Tally = { sent: 0, adopted: 0, story: 0, brief: 0, merged: 0, last: null };

export type Counts = {
  /** The tally of each office that sent or had something adopted, by its id. */
  tallies: Map<string, Tally>;
  /** What was sent on each day on which anything was. */
  days: { day: Day; count: number }[];
  /** From the first sending to the first act of the desk, over all (平均答复). */
  answer: { count: number; mean: number | null };
};

/** Office by office and day by day, what was sent in one pass over it: a year may have a hundred thousand items. */
export async function countsOf(scope: Scope): Promise<Counts> {
  const [sent, adopted] = await Promise.all([
    db.$queryRaw<
      { officeId: string | null; day: Day | null; count: number; answered: number; seconds: number | null }[]
    >`
      SELECT "officeId", to_char(day, 'YYYY-MM-DD') AS day, count(*)::int AS count,
        count("answeredAt")::int AS answered, extract(epoch FROM sum("answeredAt" - at))::float AS seconds
      FROM "SentItem" WHERE ${sentIn(scope)} GROUP BY GROUPING SETS (("officeId"), (day))`,
    db.$queryRaw<{ officeId: string; form: Form; count: number; last: Date }[]>`
      SELECT "officeId", form, count(*)::int AS count, max(last) AS last
      FROM (${adoptedItems(scope)}) AS adopted GROUP BY "officeId", form`,
  ]);
  const tallies = new Map<string, Tally>();
  const of = (officeId: string) => tallies.get(officeId) ?? nothing;
  for (const { officeId, count } of sent) if (officeId) tallies.set(officeId, { ...of(officeId), sent: count });
  for (const { officeId, form, count, last } of adopted) {
    const before = of(officeId);
    const tally = { ...before, adopted: before.adopted + count, last: later(before.last, fromColumn(last)) };
    tallies.set(officeId, { ...tally, [form]: before[form] + count });
  }
  const byOffice = sent.filter(({ officeId }) => officeId);
  const answered = byOffice.reduce((sum, each) => sum + each.answered, 0);
  const seconds = byOffice.reduce((sum, each) => sum + (each.seconds ?? 0), 0);
  return {
    tallies,
    days: sent.flatMap(({ day, count }) => (day ? { day, count } : [])),
    answer: { count: answered, mean: answered ? seconds / answered / 86_400 : null },
  };
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  return [...tallies].reduce((sum, each) => {
    const counts = { sent: sum.sent + each.sent, adopted: sum.adopted + each.adopted };
    const byForm = { story: sum.story + each.story, brief: sum.brief + each.brief, merged: sum.merged + each.merged };
    return { ...counts, ...byForm, last: later(sum.last, each.last) };
  }, nothing);
}

/** The rate (采用率): adopted ÷ sent, to the tenth of a hundredth; null where nothing was sent. */
export function rateOf({ sent, adopted }: Pick<Tally, "sent" | "adopted">): number | null {
  return sent ? Math.round((1_000 * adopted) / sent) / 1_000 : null;
}

function later(one: Day | null, other: Day | null): Day | null {
  return one && other ? laterDay(one, other) : (one ?? other);
}
