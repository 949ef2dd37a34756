import { Prisma } from "@/generated/prisma/client";
import { addDays, type Day, earlierDay, today, weekOf } from "@/lib/dates";
import { db } from "@/lib/db";
import type { CountedOffice, Selection } from "./selection";
import type { Tally } from "./tallies";

/** An office that sent nothing (零报送), and for how many weeks in a row; `since`: null where it never did. */
export type Silent = { office: CountedOffice; weeks: number; since: Day | null };

/** Those silent this week, and for how long. */
export function silentNow(selection: Selection): Promise<Silent[]> {
  const week = weekOf(today());
  return silentIn(selection, week, asked(selection, week.from));
}

/**
 * Those that sent nothing in the period, and those that sent but had nothing adopted. The weeks in a row are
 * those up to the end of the period, or to this week.
 */
export async function silentOffices(selection: Selection, tallies: Map<string, Tally>) {
  const { from, to } = selection.period;
  const offices = asked(selection, from);
  const none = offices.filter(({ id }) => !tallies.get(id)?.sent);
  const unheard = offices.filter(({ id }) => tallies.get(id)?.sent && !tallies.get(id)?.adopted);
  return { silent: await silentIn(selection, { from, to: earlierDay(to, today()) }, none), unheard };
}

/** Offices that are asked to send: not the secretariat's own house, and none that was closed by then. */
function asked({ offices }: Selection, from: Day): CountedOffice[] {
  return offices.filter(({ kind, closedOn }) => kind !== "secretariat" && (!closedOn || closedOn >= from));
}

async function silentIn(
  { publication, publications }: Selection,
  { from, to }: { from: Day; to: Day },
  offices: CountedOffice[],
): Promise<Silent[]> {
  if (!offices.length) return [];
  const ids = offices.map(({ id }) => id);
  const asks = publication ? [publication.id] : publications.map(({ id }) => id);
  // One look into the index for each office and publication, however much they have sent in ten years.
  const rows = await db.$queryRaw<{ id: string; last: Day | null }[]>`
    SELECT office.id::text AS id, to_char(max(latest.day), 'YYYY-MM-DD') AS last
    FROM unnest(${ids}::uuid[]) AS office (id) CROSS JOIN unnest(${asks}::uuid[]) AS publication (id)
    CROSS JOIN LATERAL (
      SELECT day FROM "SentItem"
      WHERE "officeId" = office.id AND "publicationId" = publication.id AND day <= ${to}::date AND NOT withdrawn
      ORDER BY day DESC LIMIT 1
    ) AS latest GROUP BY office.id`;
  const lastOf = new Map(rows.map(({ id, last }) => [id, last]));
  const start = await firstDay(asks);
  return offices.flatMap((office) => {
    const last = lastOf.get(office.id) ?? null;
    if (last && last >= from) return [];
    return { office, since: last, weeks: weeksBetween(last ?? (start ? addDays(start, -7) : null), weekOf(to).from) };
  });
}

/** How many whole weeks have begun after that of the last sending, up to this one. */
function weeksBetween(last: Day | null, monday: Day): number {
  return last ? Math.round((Date.parse(monday) - Date.parse(weekOf(last).from)) / (7 * 86_400_000)) : 1;
}

/** When anybody first sent anything: nobody is silent before. */
async function firstDay(publicationIds: string[]): Promise<Day | null> {
  if (!publicationIds.length) return null;
  const [row] = await db.$queryRaw<{ first: Day | null }[]>`
    SELECT to_char(min(day), 'YYYY-MM-DD') AS first FROM "SentItem"
    WHERE "publicationId" IN (${Prisma.join(publicationIds.map((id) => Prisma.sql`${id}::uuid`))})`;
  return row?.first ?? null;
}
