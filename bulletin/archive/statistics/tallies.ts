import { type Day, fromColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { adoptedItems, type Scope, sentIn } from "./scope";

export const forms = ["story", "brief", "merged"] as const;
export type Form = (typeof forms)[number];

/** What an office, or all of them, sent and had adopted; of the adopted, how each was printed. */
export type Tally = { sent: number; adopted: number; last: Day | null } & Record<Form, number>;

export const nothing: Tally = { sent: 0, adopted: 0, story: 0, brief: 0, merged: 0, last: null };

/** The tally of each office that sent or had something adopted, by its id. */
export async function talliesOf(scope: Scope): Promise<Map<string, Tally>> {
  const [sent, adopted] = await Promise.all([
    db.$queryRaw<{ officeId: string; count: number }[]>`
      SELECT "officeId", count(*)::int AS count FROM "SentItem" WHERE ${sentIn(scope)} GROUP BY "officeId"`,
    db.$queryRaw<{ officeId: string; form: Form; count: number; last: Date }[]>`
      SELECT "officeId", form, count(*)::int AS count, max(last) AS last
      FROM (${adoptedItems(scope)}) AS adopted GROUP BY "officeId", form`,
  ]);
  const tallies = new Map<string, Tally>();
  const of = (officeId: string) => tallies.get(officeId) ?? nothing;
  for (const { officeId, count } of sent) tallies.set(officeId, { ...of(officeId), sent: count });
  for (const { officeId, form, count, last } of adopted) {
    const before = of(officeId);
    const tally = { ...before, adopted: before.adopted + count, last: later(before.last, fromColumn(last)) };
    tallies.set(officeId, { ...tally, [form]: before[form] + count });
  }
  return tallies;
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  return [...tallies].reduce((sum, each) => {
    const counts = { sent: sum.sent + each.sent, adopted: sum.adopted + each.adopted };
    const byForm = { story: sum.story + each.story, brief: sum.brief + each.brief, merged: sum.merged + each.merged };
    return { ...counts, ...byForm, last: later(sum.last, each.last) };
  }, nothing);
}

/** The rate (采用率): adopted ÷ sent, in hundredths with one place; null where nothing was sent. */
export function rateOf({ sent, adopted }: Pick<Tally, "sent" | "adopted">): number | null {
  return sent ? Math.round((1_000 * adopted) / sent) / 10 : null;
}

function later(one: Day | null, other: Day | null): Day | null {
  return !one || (other && other > one) ? other : one;
}
